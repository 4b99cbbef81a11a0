/**
 * Where everything begins and what is in front: runs the learner's files, changes between samples, and remembers
 * which tab and which events are shown and whether the editors stand ready.
 */
import { create } from 'zustand';
import type { TracePreset } from '../../kernel-sim/protocol/messages';
import { clearLab, runLab } from '../client/lab-client';
import type { SampleId } from '../samples/samples';
import { isBusy, useLab } from './lab';
import { chooseSample, useSources } from './sources';

export type BottomTab = 'events' | 'problems';

const PRESET_KEY = 'ring-zero-lab.events';

interface WorkbenchState {
  readonly tab: BottomTab;
  readonly tracePreset: TracePreset;
  readonly editorsReady: number;
  /** The run whose outcome was put away by the user. */
  readonly dismissedRun: number;
}

export const useWorkbench = create<WorkbenchState>(() => ({
  tab: 'events',
  tracePreset: localStorage.getItem(PRESET_KEY) === 'all' ? 'all' : 'story',
  editorsReady: 0,
  dismissedRun: 0,
}));

/** Builds and runs the files as they are now, unless a run is under way. An empty file takes no part. */
export function runFiles(): void {
  if (isBusy(useLab.getState().phase)) return;
  const { sample, files } = useSources.getState();
  const part = (name: string, file: keyof typeof files) =>
    files[file].trim() === '' ? [] : [{ name, sources: [{ name: file, text: files[file] }] }];
  runLab({ drivers: part(sample, 'driver.c'), apps: part('app.exe', 'app.c') });
}

/** Brings another sample to the front, with the learner's edits of it. What the last run came to goes. */
export function openSample(sample: SampleId): void {
  if (sample === useSources.getState().sample) return;
  clearLab();
  chooseSample(sample);
}

export function selectTracePreset(tracePreset: TracePreset): void {
  localStorage.setItem(PRESET_KEY, tracePreset);
  useWorkbench.setState({ tracePreset });
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
