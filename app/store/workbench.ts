/**
 * Where everything begins and what is in front: runs the learner's files, and remembers which tab is shown and
 * whether the editors stand ready.
 */
import { create } from 'zustand';
import { runLab } from '../client/lab-client';
import { isBusy, useLab } from './lab';
import { useSources } from './sources';

export type BottomTab = 'events' | 'problems';

interface WorkbenchState {
  readonly tab: BottomTab;
  readonly editorsReady: number;
  /** The run whose outcome was put away by the user. */
  readonly dismissedRun: number;
}

export const useWorkbench = create<WorkbenchState>(() => ({ tab: 'events', editorsReady: 0, dismissedRun: 0 }));

/** Builds and runs the files as they are now, unless a run is under way. An empty file takes no part. */
export function runFiles(): void {
  if (isBusy(useLab.getState().phase)) return;
  const { files } = useSources.getState();
  const part = (name: string, file: keyof typeof files) =>
    files[file].trim() === '' ? [] : [{ name, sources: [{ name: file, text: files[file] }] }];
  runLab({ drivers: part('driver', 'driver.c'), apps: part('app.exe', 'app.c') });
}

export function selectTab(tab: BottomTab): void {
  useWorkbench.setState({ tab });
}

export function dismissOutcome(): void {
  useWorkbench.setState({ dismissedRun: useLab.getState().run });
}

export function editorReady(): void {
  useWorkbench.setState(({ editorsReady }) => ({ editorsReady: editorsReady + 1 }));
}

/** Problems come to the front when a build fails; a new run has the events there. */
export function startWorkbench(): void {
  useLab.subscribe(({ outcome, phase }, previous) => {
    if (outcome?.kind === 'build-failed' && outcome !== previous.outcome) selectTab('problems');
    else if (phase === 'running' && previous.phase === 'building') selectTab('events');
  });
}
