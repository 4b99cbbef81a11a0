/**
 * What buttons and keys of the transport do: motions of the debugger under the learner's preferences, Play, and going somewhere. Nothing is
 * asked twice: while a motion is under way another step waits until the key or button is pressed again.
 */
import type { Direction, Motion, StopReport } from '../../kernel-sim/protocol/time';
import { move, pause, seek } from '../client/moves';
import { holdIdle } from '../shell/idle';
import { shownBranch, useLab } from '../store/lab';
import { useViews } from '../store/views';
import { wait } from './later';
import { Player } from './player';
import { goalKinds, goalName, type Prefs, usePrefs } from './prefs';
import { useTransport } from './state';
import { timeline } from './timeline-store';
import { VISIBLE_EVENTS, visibleViews } from './visible';

/** Whether the machine stands somewhere in a run, and can go on this way. */
export function canMove(direction: Direction): boolean {
  const state = useLab.getState();
  const { shown } = state;
  if (!shown || (state.phase !== 'standing' && !state.progress.waitsForInput)) return false;
  if (direction === 'back') return shown.at.instant > 0;
  const branch = shownBranch(state);
  return !branch?.end || shown.at.instant < branch.head;
}

/** Something goes on that Pause can end. */
export function canPause(): boolean {
  const { phase, moving, progress } = useLab.getState();
  return moving !== undefined || player.direction !== undefined || (phase === 'running' && !progress.waitsForInput);
}

/** Undefined: it could not be, or something else came in between. */
async function go(motion: Motion, direction: Direction, what: string): Promise<StopReport | undefined> {
  if (useLab.getState().moving || !canMove(direction)) return undefined;
  useTransport.setState({ problem: undefined });
  const { follow } = usePrefs.getState();
  const isStep = motion.kind === 'step' || motion.kind === 'call' || motion.kind === 'return';
  const request = { motion, direction, ...(isStep && follow === 'cpu' && { follow: { kind: 'cpu' } as const }) };
  return move(request, direction === 'back' ? `${what}, back` : what, tell);
}

function tell(problem: string): void {
  useTransport.setState({ problem });
}

export function step(how: 'into' | 'over' | 'out', direction: Direction): Promise<StopReport | undefined> {
  player.stop();
  return takeStep(how, direction);
}

function takeStep(how: 'into' | 'over' | 'out', direction: Direction): Promise<StopReport | undefined> {
  const { unit, scope } = usePrefs.getState();
  const motion: Motion = { kind: 'step', unit, how, ...(scope === 'everything' && { everything: true }) };
  return go(motion, direction, how === 'out' ? 'step out' : `step ${how}, by ${unit}`);
}

export function toCall(kind: 'call' | 'return', direction: Direction): void {
  player.stop();
  void go({ kind }, direction, kind === 'call' ? 'to a call' : 'to a return');
}

export function run(direction: Direction): void {
  player.stop();
  void go({ kind: 'run' }, direction, 'to a breakpoint or the end');
}

export function toEnd(direction: Direction): void {
  const state = useLab.getState();
  const branch = shownBranch(state);
  if (!branch || !canMove(direction)) return;
  player.stop();
  // What was not recorded yet is run, up to a breakpoint.
  if (direction === 'forward' && !branch.end && state.shown?.at.instant === branch.head) run('forward');
  else void seek({ branch: branch.id, instant: direction === 'back' ? 0 : branch.head }, tell);
}

/** To an event of the chosen kinds, or of those that are given. */
export function toEvent(direction: Direction, goal: Prefs['goal'] = usePrefs.getState().goal): void {
  player.stop();
  void takeEvent(direction, goal);
}

function takeEvent(direction: Direction, goal: Prefs['goal']): Promise<StopReport | undefined> {
  const events = goalKinds({ goal, groups: usePrefs.getState().groups });
  return goToEvent(events, direction, `to an event (${goalName(goal)})`);
}

async function goToEvent(
  events: readonly string[],
  direction: Direction,
  what: string,
): Promise<StopReport | undefined> {
  const { shown, moving, breakpoints } = useLab.getState();
  if (!shown || moving || !canMove(direction) || events.length === 0) return undefined;
  // What the timeline knows needs no search; what it does not know yet, and breakpoints on the way, are for the machine to find.
  const isFree = !breakpoints.some(({ enabled }) => enabled);
  const instant = isFree ? timeline.eventFrom(direction, new Set(events), shown.at.instant) : undefined;
  if (instant === undefined) return go({ kind: 'event', events }, direction, what);
  useTransport.setState({ problem: undefined });
  return seek({ branch: shown.at.branch, instant }, tell);
}

export function toChange(direction: Direction): void {
  player.stop();
  void takeChange(direction);
}

function takeChange(direction: Direction): Promise<StopReport | undefined> {
  const views = visibleViews(useViews.getState().wanted);
  if (views.length === 0) return goToEvent(VISIBLE_EVENTS, direction, 'to a visible change');
  return go({ kind: 'change', views }, direction, 'to a visible change');
}

let release: (() => void) | undefined;

export const player: Player = new Player({
  step: (direction) => {
    const { stride, goal } = usePrefs.getState();
    if (stride === 'event') return takeEvent(direction, goal);
    return stride === 'change' ? takeChange(direction) : takeStep('into', direction);
  },
  wait,
  now: () => performance.now(),
  pace: () => usePrefs.getState().pace,
  changed: (playing) => {
    release?.();
    release = playing && holdIdle();
    useTransport.setState({ playing });
  },
});

export function togglePlay(direction: Direction): void {
  if (canPause()) pauseAll();
  else if (canMove(direction)) void player.play(direction);
}

export function pauseAll(): void {
  const { moving, phase } = useLab.getState();
  player.stop();
  if (moving || phase === 'running') void pause();
}

/** The same moment of another branch; its end, if it is not so long. */
export function showBranch(branch: number): void {
  const { branches, shown } = useLab.getState();
  const other = branches.find(({ id }) => id === branch);
  if (!other || !shown) return;
  player.stop();
  void seek({ branch, instant: Math.min(shown.at.instant, other.head) }, tell);
}
