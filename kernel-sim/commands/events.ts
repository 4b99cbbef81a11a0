/** Kinds of trace events as commands name them, and lists of events as text. */
import { nearest } from '../c/spelling.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { kernelNameOf } from '../kernel/symbols.ts';
import type { DecodedEvent } from '../trace/recorder.ts';
import { EVENT_NAMES, EVENTS, type EventName } from '../trace/schema.ts';
import { summaryOf } from '../trace/words.ts';
import { CommandError, type Piece } from './input.ts';

/** `irp_call,fault`; a family goes by its common beginning: `irp` is everything named `irp_...`. */
export function eventsIn(piece: Piece): readonly EventName[] {
  let start = piece.start;
  return piece.text.split(',').flatMap((name) => {
    const span = { start, end: start + name.length };
    start = span.end + 1;
    const kinds = EVENT_NAMES.filter((kind) => kind === name || kind.startsWith(`${name}_`));
    if (name !== '' && kinds.length > 0) return kinds;
    throw new CommandError(`there is no event '${name}'${didYouMean(name)}; .help events lists them`, span);
  });
}

/** Exactly one kind. */
export function eventIn(piece: Piece): EventName {
  const kinds = eventsIn(piece);
  if (kinds.length === 1) return kinds[0] as EventName;
  throw new CommandError(`'${piece.text}' is several events, one is needed: ${kinds.join(', ')}`, piece);
}

function didYouMean(name: string): string {
  const near = nearest(name, EVENT_NAMES);
  return near === undefined ? '' : ` (did you mean ${near}?)`;
}

/** Every kind with what it means. */
export function eventHelp(): string {
  return EVENT_NAMES.map((name) => `${name.padEnd(16)}${EVENTS[name].text}`).join('\n');
}

/** One event a line: instant, processor and thread, kind, words. */
export function eventLines(k: Kernel, events: readonly DecodedEvent[]): string {
  return events.map((event) => eventLine(k, event)).join('\n');
}

function eventLine(k: Kernel, event: DecodedEvent): string {
  const { instant, cpu, tid } = event;
  const summary = summaryOf(event, (address) => kernelNameOf(k, address));
  return `#${instant}  cpu ${cpu} tid ${tid}  ${event.event.padEnd(14)} ${summary}`.trimEnd();
}
