/**
 * Which events a reader is shown. `story` leaves out what the machine does on every step (interrupts, IRQL, spin
 * locks, references, pool) and what came before the first driver or program, so that a request can be read like a
 * text; `all` leaves out nothing.
 */
import { EVENT_NAMES, type EventName } from './schema.ts';

export type TracePreset = 'story' | 'all';

const STORY: ReadonlySet<EventName> = new Set<EventName>([
  ...(['drv_load', 'drv_unload', 'dev_create', 'dev_delete', 'link_create', 'link_delete'] as const),
  ...(['process_create', 'user_exit', 'thread_create', 'thread_exit', 'handle_open', 'handle_close'] as const),
  ...(['syscall_enter', 'syscall_exit', 'irp_alloc', 'irp_call', 'irp_return', 'irp_pend', 'irp_complete'] as const),
  ...(['irp_completion', 'irp_copy', 'irp_free', 'wait', 'timer', 'dpc_queue', 'dpc', 'apc_queue', 'apc'] as const),
  ...(['fault', 'exception', 'bugcheck', 'console', 'dbg', 'tag', 'mark', 'note'] as const),
]);

/** Kinds (numbers of the schema) that a preset shows of those whose name contains `text`. */
export function kindsOf(preset: TracePreset, text: string): ReadonlySet<number> {
  const shown = (name: EventName) => name.includes(text) && (preset === 'all' || STORY.has(name));
  return new Set(EVENT_NAMES.flatMap((name, kind) => (shown(name) ? [kind] : [])));
}

/** Kinds among which the story may begin; `beginsStory` decides by their fields. */
export const BEGINNING_KINDS: ReadonlySet<number> = new Set(
  (['ob_create', 'process_create'] satisfies EventName[]).map((name) => EVENT_NAMES.indexOf(name)),
);

/** The story begins when the first driver object or process is made: boot is over, the learner's part starts. */
export function beginsStory({ event, type }: { readonly event: string; readonly type?: unknown }): boolean {
  return event === 'process_create' || (event === 'ob_create' && type === 'Driver');
}
