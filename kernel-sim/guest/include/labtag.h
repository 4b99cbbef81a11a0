/* labtag.h: lets a program name what it does, so that the trace and the diagrams can show it. */
#pragma once

/* Names the work of this thread from here on, until the next tag; "" ends it. */
void LabTag(const char *Name);

/* Puts one named mark on the timeline, at this instant. */
void LabMark(const char *Name);
