/* pshpack8.h: structures that follow are packed to 8 until poppack.h. It is meant to be included often. */
#pragma pack(push, 8)
