/**
 * Where the breakpoints are hit in the run that is recorded, for the timeline: asked of the machine once it stands still, again when the run has grown or the
 * breakpoints are others. Until there is an answer, and for a run that is too long for one, those that stopped the machine are known.
 */
import type { BreakpointHits } from '../../kernel-sim/protocol/questions';
import type { BreakpointInfo, StopReport } from '../../kernel-sim/protocol/time';
import { ask } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { placeOf } from '../store/breakpoints';
import { sameAt } from '../store/instants';
import { type LabState, shownBranch, useLab } from '../store/lab';
import { type Hit, useTransport } from './state';

const SETTLED_MS = 150;
/** Instructions that are replayed for it at most: some seconds of the worker's spare time. */
const MOST_REPLAYED = 40_000_000;
const MOST_HITS = 2000;

/** From now on. */
export function watchHits(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort: AbortController | undefined;
  let key = '';
  let isAsked = false;

  const put = (change: (hits: readonly Hit[]) => readonly Hit[]) =>
    useTransport.setState(({ hits }) => ({ hits: change(hits) }));
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    abort?.abort();
  };

  const askNow = () => {
    timer = undefined;
    const state = useLab.getState();
    const branch = shownBranch(state)?.id;
    if (branch === undefined || state.phase !== 'standing') return;
    isAsked = true;
    abort = new AbortController();
    const infos = state.breakpoints;
    ask({ kind: 'breakpoint-hits', branch }, { signal: abort.signal }).then(
      (answer) => put((hits) => withAnswer(hits, answer, branch, infos)),
      (error) => {
        // Something else is asked by now, or the run is gone: what was met stays.
        if (!(error instanceof LabError)) throw error;
      },
    );
  };

  const off = useLab.subscribe((state, before) => {
    if (state.run !== before.run) useTransport.setState({ hits: [], problem: undefined });
    if (state.breakpoints !== before.breakpoints && specsOf(state.breakpoints) !== specsOf(before.breakpoints))
      put(() => []);
    const { shown } = state;
    if (shown && shown !== before.shown && shown.reason === 'breakpoint')
      put((hits) => withMet(hits, shown, state.breakpoints));
    const wanted = keyOf(state);
    if (wanted !== key) {
      stop();
      key = wanted;
      isAsked = false;
    }
    if (key !== '' && !isAsked && state.phase === 'standing') timer ??= setTimeout(askNow, SETTLED_MS);
  });
  return () => {
    off();
    stop();
  };
}

/** What an answer depends on; '' if there is nothing to ask. */
function keyOf(state: LabState): string {
  const branch = shownBranch(state);
  const specs = specsOf(state.breakpoints);
  if (!branch || branch.head > MOST_REPLAYED || specs === '') return '';
  return `${state.run} ${branch.id} ${branch.head} ${specs}`;
}

let lastSpecs: { readonly of: readonly BreakpointInfo[]; readonly text: string } | undefined;

/** Those that count, as a text that differs when they do. The list is often a new one with the same in it. */
function specsOf(infos: readonly BreakpointInfo[]): string {
  if (lastSpecs?.of !== infos) {
    const enabled = infos.filter(({ enabled }) => enabled);
    lastSpecs = {
      of: infos,
      text: enabled.length === 0 ? '' : JSON.stringify(enabled.map(({ id, spec }) => [id, spec])),
    };
  }
  return lastSpecs.text;
}

/** The answer takes the place of what was known of its branch, as far as it goes. */
export function withAnswer(
  known: readonly Hit[],
  { hits, to }: BreakpointHits,
  branch: number,
  infos: readonly BreakpointInfo[],
): readonly Hit[] {
  const others = known.filter(({ at }) => at.branch !== branch || at.instant > to);
  const told = hits.map(({ instant, breakpoint, text, goesOn }) => ({
    at: { branch, instant },
    ...{ place: placeIn(infos, [breakpoint]), text, goesOn },
  }));
  return [...told, ...others];
}

/** Where a breakpoint has stopped the machine, once. */
export function withMet(
  known: readonly Hit[],
  { at, text, breakpoints }: Pick<StopReport, 'at' | 'text' | 'breakpoints'>,
  infos: readonly BreakpointInfo[],
): readonly Hit[] {
  if (known.some((hit) => sameAt(hit.at, at))) return known;
  return [...known, { at, place: placeIn(infos, breakpoints), text, goesOn: false }].slice(-MOST_HITS);
}

function placeIn(infos: readonly BreakpointInfo[], ids: readonly number[]): string {
  return infos
    .filter(({ id }) => ids.includes(id))
    .map(({ spec }) => placeOf(spec))
    .join(', ');
}
