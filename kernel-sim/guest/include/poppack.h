/* poppack.h: ends what pshpackN.h began. It is meant to be included often. */
#pragma pack(pop)
