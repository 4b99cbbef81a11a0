/* pshpack2.h: structures that follow are packed to 2 until poppack.h. It is meant to be included often. */
#pragma pack(push, 2)
