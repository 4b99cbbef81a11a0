/** What programs and drivers printed while history went by, in the order in which they did. */
import { done, mapTask, type Task } from '../base/task.ts';
import type { At } from '../protocol/time.ts';
import type { DecodedEvent } from '../trace/recorder.ts';
import type { EventName } from '../trace/schema.ts';
import type { Printed } from './command.ts';
import type { CommandHost } from './host.ts';

type Output = ReturnType<CommandHost['output']>;

const KINDS = { console: 'console', dbg: 'debug', note: 'note' } as const satisfies Partial<
  Record<EventName, Printed['kind']>
>;
const EVENTS = Object.keys(KINDS) as (keyof typeof KINDS)[];

/** From an instant, when `before` had been printed, to the one shown; undefined if that is no later one. */
export function printedSince(host: CommandHost, from: At, before: Output): Task<readonly Printed[] | undefined> {
  const { at } = host;
  if (at.branch !== from.branch || at.instant <= from.instant) return done(undefined);
  const now = host.output();
  const console = now.console.slice(before.console.length);
  const debug = now.debug.slice(before.debug.length);
  const notes = now.notes.slice(before.notes.length);
  const all: Printed[] = [
    ...(console === '' ? [] : [{ kind: 'console' as const, text: console }]),
    ...(debug === '' ? [] : [{ kind: 'debug' as const, text: debug }]),
    ...notes.map((text) => ({ kind: 'note' as const, text })),
  ];
  // The trace is asked only if it has something to tell: after a long way it may have to be made again.
  if (all.length < 2) return done(all);
  return mapTask(host.events({ from: from.instant, to: at.instant, kinds: EVENTS }), inOrder);
}

/** Neighbours of one kind become one text; their bytes are UTF-8, also in pieces. */
function inOrder(events: readonly DecodedEvent[]): readonly Printed[] {
  const decoders = { console: new TextDecoder(), debug: new TextDecoder(), note: undefined };
  const printed: { kind: Printed['kind']; text: string }[] = [];
  for (const { event, text: raw } of events) {
    const kind = KINDS[event as keyof typeof KINDS];
    const bytes = String(raw);
    const text =
      decoders[kind]?.decode(
        Uint8Array.from(bytes, (c) => c.charCodeAt(0)),
        { stream: true },
      ) ?? bytes;
    const last = printed.at(-1);
    if (last?.kind === kind && kind !== 'note') last.text += text;
    else if (text !== '') printed.push({ kind, text });
  }
  return printed;
}
