/**
 * Who made events of the trace: the machine looked at where they were emitted.
 */
import type { Task } from '../../base/task.ts';
import type { Deed } from '../../protocol/questions.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { Op } from '../../vm/opcodes.ts';
import { codeAt, deedOf, type Standing, standing } from './deed.ts';
import { Question, type Stage } from './question.ts';

/** An event: emitted in the step that follows this instant, by this CPU. */
export interface Moment {
  readonly instant: number;
  readonly cpu: number;
}

/** The deeds behind events, which are in ascending order; told at the instant after each. */
export function deedsAt(
  timeline: Timeline,
  cursor: Cursor,
  branch: number,
  moments: readonly Moment[],
): Task<readonly Deed[]> {
  return new Question((question) => {
    const deeds: Deed[] = [];
    const next: Stage = () => {
      const moment = moments[deeds.length];
      if (!moment) return question.answer(deeds);
      question.at(deeds.length / moments.length);
      const { instant, cpu } = moment;
      return question.work(timeline.seek(cursor, { branch, instant }), () => {
        deeds.push(deedOf(withoutStub(cursor, standing(cursor.kernel, cpu)), instant + 1));
        return next;
      });
    };
    return next;
  });
}

/** Who called the primitive that a processor is about to execute. */
function withoutStub(cursor: Cursor, stood: Standing): Standing {
  const { machine, vm } = cursor.kernel;
  const isPrimitive = machine.memory.u8(codeAt(vm.cpus[stood.cpu])) === Op.PRIM;
  return isPrimitive && stood.frames.length > 1 ? { ...stood, frames: stood.frames.slice(1) } : stood;
}
