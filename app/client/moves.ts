/**
 * Motions through the history of the run: steps, seeks, scrubbing, pause. Each sets `moving` while it is under way; a new one supersedes it.
 */
import type { MoveAnswer } from '../../kernel-sim/protocol/messages';
import type { At, Direction, MoveRequest, StopReport } from '../../kernel-sim/protocol/time';
import { useLab } from '../store/lab';
import { ask } from './lab-client';
import { LabError } from './lab-connection';

let latest = 0;

/** Moves as asked; undefined: something else came in between, or it could not be (`onProblem` then says why). */
export function move(
  request: MoveRequest,
  what: string,
  onProblem?: (problem: string) => void,
): Promise<StopReport | undefined> {
  const asked = (onProgress: (done: number) => void) => ask({ kind: 'move', request }, { onProgress });
  return under(request.direction, what, asked, onProblem);
}

/** Shows another instant. */
export function seek(at: At, onProblem?: (problem: string) => void): Promise<StopReport | undefined> {
  const { shown } = useLab.getState();
  const direction: Direction = shown && at.instant < shown.at.instant ? 'back' : 'forward';
  const asked = (onProgress: (done: number) => void) => ask({ kind: 'seek', at }, { onProgress });
  return under(direction, 'going there', asked, onProblem);
}

/** Shows another instant of the branch that is shown. */
export function seekInstant(instant: number): Promise<StopReport | undefined> {
  const { shown } = useLab.getState();
  if (!shown) return Promise.resolve(undefined);
  return seek({ branch: shown.at.branch, instant: Math.max(0, Math.round(instant)) });
}

let isScrubbing = false;
let scrubGoal: number | undefined;

/** For dragging: as often as one likes. One seek is under way at a time, then the latest goal follows. */
export function scrubTo(instant: number): void {
  scrubGoal = instant;
  if (isScrubbing) return;
  isScrubbing = true;
  const next = (): void => {
    const goal = scrubGoal;
    scrubGoal = undefined;
    if (goal === undefined) {
      isScrubbing = false;
      return;
    }
    void seekInstant(goal).finally(next);
  };
  next();
}

/** What moves stops where it is. */
export async function pause(): Promise<void> {
  try {
    await ask({ kind: 'pause' });
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
  }
}

async function under(
  direction: Direction,
  what: string,
  asked: (onProgress: (done: number) => void) => Promise<MoveAnswer>,
  onProblem: ((problem: string) => void) | undefined,
): Promise<StopReport | undefined> {
  const mine = ++latest;
  const tell = (done: number | undefined) => {
    if (mine === latest) useLab.setState({ moving: { direction, what, done } });
  };
  tell(undefined);
  try {
    const answer = await asked(tell);
    return answer.outcome === 'stopped' ? answer.report : undefined;
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    if (mine === latest) onProblem?.(error.message);
    return undefined;
  } finally {
    if (mine === latest) useLab.setState({ moving: undefined });
  }
}
