/** The shown stop and the one before it, as reports: the lab store keeps only where the one before was. */
import { create } from 'zustand';
import type { StopReport } from '../../kernel-sim/protocol/time';
import { useLab } from '../store/lab';
import { useView, useViews } from '../store/views';
import { localChanges, type Stop } from './stop-words';

interface Stops {
  readonly now: StopReport | undefined;
  readonly previous: StopReport | undefined;
}

export const useStops = create<Stops>(() => ({ now: useLab.getState().shown, previous: undefined }));

useLab.subscribe(({ shown, run }, before) => {
  if (run !== before.run) useStops.setState({ now: shown, previous: undefined });
  else if (shown !== before.shown) useStops.setState(({ now }) => ({ now: shown, previous: now }));
});

/** The shown stop with what is known of it; undefined: there is none, or its variables are not known yet. */
export function useStop(): Stop | undefined {
  const { now, previous } = useStops();
  const situation = useLab((state) => state.situation);
  const at = useViews((state) => state.at);
  const locals = useView({ kind: 'locals', depth: 0 });
  if (!now || at?.instant !== now.at.instant || at.branch !== now.at.branch) return undefined;
  const isHere = situation?.at.instant === now.at.instant && situation.at.branch === now.at.branch;
  return {
    report: now,
    previous,
    situation: isHere ? situation : undefined,
    changes: localChanges(locals.now, locals.before),
  };
}
