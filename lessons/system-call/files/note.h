/* What writer.exe and note.sys agree on. */
#pragma once

/* The driver keeps one note of this many bytes. */
#define NOTE_BYTES 16
