/** A run that is waited for. */
import type { RunRequest } from '../../kernel-sim/protocol/messages';
import type { StopReport } from '../../kernel-sim/protocol/time';
import { runLab } from '../client/lab-client';
import { enabledSpecs } from '../store/breakpoints';
import { useLab } from '../store/lab';

/** Builds and runs until it stands or waits for a typed line; undefined: it did not build, or another run began. */
export async function runToEnd(request: RunRequest): Promise<StopReport | undefined> {
  const began = runLab(request, { breakpoints: enabledSpecs() });
  const { run } = useLab.getState();
  await began;
  await new Promise<void>((resolve) => {
    const look = () => {
      const { run: now, phase, shown, outcome } = useLab.getState();
      const stands = phase === 'standing' && (shown !== undefined || outcome !== undefined);
      if (now !== run || stands || shown?.reason === 'input') {
        unsubscribe();
        resolve();
      }
    };
    const unsubscribe = useLab.subscribe(look);
    look();
  });
  const { run: now, shown } = useLab.getState();
  return now === run ? shown : undefined;
}
