/* pshpack4.h: structures that follow are packed to 4 until poppack.h. It is meant to be included often. */
#pragma pack(push, 4)
