/* pshpack1.h: structures that follow are packed to 1 until poppack.h. It is meant to be included often. */
#pragma pack(push, 1)
