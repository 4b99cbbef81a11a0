/**
 * The first visit: nothing was kept, so the sample that is open runs at once, and timeline and diagrams have something in them. The page then shows
 * the line of the driver that gives its answer back; if there is none, the end of the run.
 */
import type { MoveRequest } from '../../kernel-sim/protocol/time';
import { ask } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { move, seek } from '../client/moves';
import { holdIdle } from '../shell/idle';
import { useLab } from '../store/lab';
import { useLayout } from '../store/layout';
import { useLesson } from '../store/lesson';
import { requestOf, useProject } from '../store/project';
import { runToEnd } from './run-to-end';

const KEY = 'ring-zero-lab.visited';

/** Once a visit, as soon as the lab is ready; what it returns ends the waiting. */
export function greet(): () => void {
  // On a telephone the diagrams are folded away: nothing of the run would be seen.
  const isUnseen = useLayout.getState().folded.right;
  if (useLesson.getState().id !== undefined || isUnseen || !isFirstVisit()) return () => {};
  const release = holdIdle();
  const begin = () => {
    // Whoever was faster, by hand or by what an earlier visit left, is not disturbed.
    const { phase, run } = useLab.getState();
    if (phase === 'loading') return;
    unsubscribe();
    if (phase === 'ready' && run === 0) void show().finally(release);
    else release();
  };
  const unsubscribe = useLab.subscribe(begin);
  begin();
  return () => {
    unsubscribe();
    release();
  };
}

/** The line of the learner's that led to where the machine stands. */
const INTO_OWN_CODE: MoveRequest = { motion: { kind: 'step', unit: 'line', how: 'into' }, direction: 'back' };
const MOST_COMPLETIONS = 8;

async function show(): Promise<void> {
  markVisited();
  const shown = await runToEnd(requestOf(useProject.getState().project));
  if (!shown) return;
  try {
    const { at } = shown;
    const range = { from: 0, to: at.instant, kinds: ['irp_complete'], limit: MOST_COMPLETIONS, backward: true };
    const { rows } = await ask({ kind: 'events', ...range });
    const { event } = rows.find((row) => Number(row.event.information) > 0) ?? {};
    if (!event || useLab.getState().shown !== shown) return;
    const arrived = await seek({ branch: at.branch, instant: event.instant + 1 });
    if (arrived && useLab.getState().shown?.at.instant === arrived.at.instant)
      await move(INTO_OWN_CODE, 'back into the driver');
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
  }
}

function isFirstVisit(): boolean {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    return false;
  }
}

function markVisited(): void {
  try {
    localStorage.setItem(KEY, '1');
  } catch {
    // Then every visit is the first one.
  }
}
