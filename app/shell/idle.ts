/**
 * The page's own word on whether anything is still under way: `data-idle` on the root element is 'true' when the
 * editors stand, nothing is built or run, no query waits, and the screen shows it all; `data-run` counts the runs
 * begun. Tests wait for them.
 */
import { useEffect } from 'react';
import { isBusy, useLab } from '../store/lab';
import { useWorkbench } from '../store/workbench';

export function useIdleSignal(editors: number): void {
  const settled = useLab(({ phase, asking }) => phase !== 'loading' && !isBusy(phase) && asking === 0);
  const editorsReady = useWorkbench((state) => state.editorsReady >= editors);
  const run = useLab((state) => state.run);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.idle = String(settled && editorsReady);
    dataset.run = String(run);
  }, [settled, editorsReady, run]);
}
