/**
 * The learner's files: the one truth for their text. Every edit is kept at once, so that a reload loses nothing.
 *
 * Editors show and change these texts; a run takes a copy of them.
 */
import { create } from 'zustand';
import mirrorApp from '../samples/mirror/app.c?raw';
import mirrorDriver from '../samples/mirror/driver.c?raw';

export type FileName = 'app.c' | 'driver.c';
export type Files = Readonly<Record<FileName, string>>;

const KEY = 'ring-zero-lab.files';
const SAMPLE: Files = { 'app.c': mirrorApp, 'driver.c': mirrorDriver };

interface SourcesState {
  readonly files: Files;
  /** What the files were before the last reset, until the next edit. */
  readonly beforeReset: Files | undefined;
}

export const useSources = create<SourcesState>(() => ({ files: keptFiles(), beforeReset: undefined }));

useSources.subscribe(({ files }, previous) => {
  if (files !== previous.files) localStorage.setItem(KEY, JSON.stringify(files));
});

export function isFileName(name: string): name is FileName {
  return Object.hasOwn(SAMPLE, name);
}

/** The learner changed a file. */
export function editFile(name: FileName, text: string): void {
  const { files } = useSources.getState();
  if (files[name] !== text) useSources.setState({ files: { ...files, [name]: text }, beforeReset: undefined });
}

/** Puts the sample back in place of the learner's files; `undoReset` brings them back. */
export function resetToSample(): void {
  useSources.setState(({ files }) => ({ files: SAMPLE, beforeReset: files }));
}

export function undoReset(): void {
  useSources.setState(({ files, beforeReset }) => ({ files: beforeReset ?? files, beforeReset: undefined }));
}

export function isSample(files: Files): boolean {
  return files['app.c'] === SAMPLE['app.c'] && files['driver.c'] === SAMPLE['driver.c'];
}

function keptFiles(): Files {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const text = (name: FileName) => {
      const value = (kept as Partial<Record<FileName, unknown>>)[name];
      return typeof value === 'string' ? value : SAMPLE[name];
    };
    return { 'app.c': text('app.c'), 'driver.c': text('driver.c') };
  } catch {
    return SAMPLE;
  }
}
