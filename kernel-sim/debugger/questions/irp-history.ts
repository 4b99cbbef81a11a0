/**
 * The life of an IRP, from the trace: allocated, passed from driver to driver, left pending, completed, freed; who did each.
 */
import type { Task } from '../../base/task.ts';
import { routineName } from '../../kernel/symbols.ts';
import type { IrpEvent, IrpHistory } from '../../protocol/questions.ts';
import type { Address, At } from '../../protocol/time.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { DecodedEvent } from '../../trace/recorder.ts';
import { EVENT_NAMES } from '../../trace/schema.ts';
import { summaryOf } from '../../trace/words.ts';
import { DebugError } from '../error.ts';
import { addressText } from './deed.ts';
import { parseAddress } from './last-writes.ts';
import { deedsAt } from './moments.ts';
import { Question } from './question.ts';

const IRP_EVENTS = EVENT_NAMES.filter((name) => name.startsWith('irp_'));
const SHOWN_EVENTS = 64;

export interface IrpRequest {
  readonly irp: Address;
  readonly at: At;
}

/** Works on `cursor`, which nobody else may move meanwhile. Throws DebugError for what cannot be asked. */
export function irpHistory(timeline: Timeline, cursor: Cursor, { irp, at }: IrpRequest): Task<IrpHistory> {
  const problem = timeline.problemWith(at);
  if (problem) throw new DebugError(problem);
  const address = addressText(parseAddress(irp));
  return new Question<IrpHistory>((question) => {
    const all = timeline.trace.events({
      branch: at.branch,
      from: 0,
      to: at.instant,
      kinds: IRP_EVENTS,
      where: (event) => event.irp === address,
    });
    return question.work(
      all,
      (events) => {
        const born = events.findLastIndex(({ event }) => event === 'irp_alloc');
        const life = events.slice(Math.max(0, born));
        const told = life.slice(0, SHOWN_EVENTS);
        return question.work(deedsAt(timeline, cursor, at.branch, told), (deeds) => {
          const nameOf = (text: string) => routineName(cursor.kernel, BigInt(text));
          const records = told.map(
            (event, i): IrpEvent => ({ ...deeds[i], event: event.event, text: summaryOf(event, nameOf) }),
          );
          return question.answer({ at, irp: address, events: records, state: stateOf(life) });
        });
      },
      0.5,
    );
  });
}

function stateOf(life: readonly DecodedEvent[]): IrpHistory['state'] {
  const has = (name: string) => life.some(({ event }) => event === name);
  if (life.length === 0) return 'never';
  if (has('irp_free')) return 'freed';
  if (has('irp_complete')) return 'completed';
  return has('irp_pend') ? 'pending' : 'in flight';
}
