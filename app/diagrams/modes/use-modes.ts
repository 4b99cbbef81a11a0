/** Asks for the strip of modes around the shown instant, and for the latest way of the shown thread into the kernel. */
import { useMemo, useRef } from 'react';
import type { TraceEvent } from '../../../kernel-sim/protocol/lab-api';
import { shownBranch, useLab } from '../../store/lab';
import { useView } from '../../store/views';
import { known } from '../shared/facts';
import { useSettledAnswer } from '../shared/settled-answer';
import { type CpuStrip, IRQL_KINDS, stripsOf, type Window, windowAround } from './strip';
import { type CallFacts, type CallPlace, callFacts, entryViews, lastEntry, SWITCH_KINDS, sideViews } from './switch';

/** Of each CPU; more could not be told apart. */
const MOST_PIECES = 160;
/** With more events than this the IRQL is not drawn over time. */
const MOST_EVENTS = 1500;
/** Events of switches before and after the shown instant that are looked at. */
const BACK = 80;
const AHEAD = 200;

export interface Strip {
  readonly window: Window;
  readonly strips: readonly CpuStrip[];
}

export function useStrip(shown: number, length: number): Strip | undefined {
  const branch = useLab((state) => state.shown?.at.branch);
  const head = useLab((state) => shownBranch(state)?.head ?? 0);
  const { from, to } = windowAround(shown, length, head);
  const range = branch === undefined ? undefined : { branch, from, to };
  const topic = `${length}`;
  const lanes = useSettledAnswer(range && { kind: 'lanes', ...range, pieces: MOST_PIECES }, `lanes ${topic}`).answer;
  const irql = useSettledAnswer(
    range && { kind: 'events', ...range, kinds: IRQL_KINDS, limit: MOST_EVENTS + 1 },
    `irql ${topic}`,
  ).answer;
  const processors = useView({ kind: 'processors' }).now;
  return useMemo(() => {
    if (!lanes || lanes.from.length === 0) return undefined;
    // What is held may still be of the window before.
    const window = { from: Math.min(...lanes.from), to: Math.max(...lanes.to) };
    const isSame = irql !== undefined && irql.from === from && irql.rows.length <= MOST_EVENTS;
    const events = isSame ? irql.rows.map(({ event }) => event) : undefined;
    return { window, strips: stripsOf({ lanes, window, shown, processors: known(processors), events }) };
  }, [lanes, irql, processors, shown, from]);
}

interface LastEntry {
  readonly facts: CallFacts | undefined;
  readonly isAsking: boolean;
}

export function useLastEntry(tid: number, shown: number): LastEntry {
  const branch = useLab((state) => state.shown?.at.branch);
  const head = useLab((state) => shownBranch(state)?.head ?? 0);
  const range = branch === undefined ? undefined : { kind: 'events' as const, branch, kinds: SWITCH_KINDS };
  const back = useSettledAnswer(
    range && { ...range, from: 0, to: shown, limit: BACK, backward: true },
    'switches before',
  );
  const ahead = useSettledAnswer(range && { ...range, from: shown, to: head + 1, limit: AHEAD }, 'switches after');
  const place = useMemo(() => {
    if (!back.answer || !ahead.answer || back.answer.to > ahead.answer.from) return undefined;
    // Far from where they were asked for the answers tell nothing.
    const last = ahead.answer.rows.at(-1)?.event.instant ?? 0;
    if (ahead.answer.rows.length >= AHEAD && shown > last) return undefined;
    const rows: TraceEvent[] = [...back.answer.rows].reverse().map(({ event }) => event);
    return lastEntry([...rows, ...ahead.answer.rows.map(({ event }) => event)], tid, shown);
  }, [back.answer, ahead.answer, tid, shown]);
  const { facts, isReading } = useFacts(place, branch);
  const isAsking = back.isAsking || ahead.isAsking || isReading;
  // What was shown stays until there is something else.
  const kept = useRef(facts);
  if (facts || !isAsking) kept.current = facts;
  return { facts: kept.current, isAsking };
}

function useFacts(place: CallPlace | undefined, branch = 0): { facts: CallFacts | undefined; isReading: boolean } {
  const { tid = 0, enter = 0, leave, number } = place ?? {};
  const topic = `call ${tid} ${enter}`;
  const at = (instant: number) => ({ branch, instant });
  const side = sideViews(tid);
  const entry = entryViews(tid, number);
  const isBack = place !== undefined && leave !== undefined;
  const one = useSettledAnswer(place && { kind: 'views', at: at(enter), views: side }, `${topic} 1`);
  const two = useSettledAnswer(place && { kind: 'views', at: at(enter + 1), views: entry }, `${topic} 2`);
  const three = useSettledAnswer(isBack ? { kind: 'views', at: at(leave), views: side } : undefined, `${topic} 3`);
  const four = useSettledAnswer(isBack ? { kind: 'views', at: at(leave + 1), views: side } : undefined, `${topic} 4`);
  const key = place ? JSON.stringify(place) : '';
  const [beforeEnter, afterEnter, beforeLeave, afterLeave] = [one.answer, two.answer, three.answer, four.answer];
  const facts = useMemo(
    () =>
      place && beforeEnter && afterEnter
        ? callFacts({ place, beforeEnter, afterEnter, beforeLeave, afterLeave })
        : undefined,
    [key, beforeEnter, afterEnter, beforeLeave, afterLeave],
  );
  return { facts, isReading: one.isAsking || two.isAsking };
}
