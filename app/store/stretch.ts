/**
 * The stretch of the run that the learner has marked on the timeline, and what the machine says of it. A stretch belongs to a branch of a run: it goes when
 * another one is shown. States from <= s <= to; its events are those with from <= instant < to.
 */
import { create } from 'zustand';
import type { Stretch } from '../../kernel-sim/protocol/page-queries';
import { useLab } from './lab';
import { type BottomTab, showBottom, useLayout } from './layout';

export interface Marked {
  readonly branch: number;
  readonly from: number;
  readonly to: number;
}

interface StretchState {
  readonly marked: Marked | undefined;
  /** Of what is marked; undefined: it is being asked for, or there is no answer. */
  readonly spent: Stretch | undefined;
  /** What stood in front before the stretch did. */
  readonly behind: BottomTab;
}

export const useStretch = create<StretchState>(() => ({ marked: undefined, spent: undefined, behind: 'console' }));

/** Between two instants of the branch shown, in whichever order; nothing between them marks nothing. */
export function markStretch(a: number, b: number): void {
  const branch = useLab.getState().shown?.at.branch;
  if (branch === undefined || a === b) return;
  const [from, to] = a < b ? [a, b] : [b, a];
  const { marked } = useStretch.getState();
  if (marked?.from === from && marked.to === to && marked.branch === branch) return;
  useStretch.setState({ marked: { branch, from, to }, spent: undefined });
}

/** What is marked is told of in the results, unless those are folded away. */
export function showStretch(): void {
  const { bottom, folded } = useLayout.getState();
  if (folded.bottom || bottom === 'stretch') return;
  useStretch.setState({ behind: bottom });
  showBottom('stretch');
}

export function clearStretch(): void {
  const { marked, behind } = useStretch.getState();
  if (!marked) return;
  useStretch.setState({ marked: undefined, spent: undefined });
  if (useLayout.getState().bottom === 'stretch') useLayout.setState({ bottom: behind });
}

useLab.subscribe(({ run, shown }, before) => {
  const { marked } = useStretch.getState();
  if (marked && (run !== before.run || (shown && shown.at.branch !== marked.branch))) clearStretch();
});
