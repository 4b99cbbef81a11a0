/**
 * The learner's files: the one truth for their text. Every edit is kept at once, so that a reload loses nothing.
 *
 * Each sample has its own edited copy: choosing another sample shows that one's files and puts the others aside, so
 * no choice ever loses an edit. Editors show and change these texts; a run takes a copy of them.
 */
import { create } from 'zustand';
import { type FileName, type Files, isSampleId, SAMPLES, type SampleId, sampleOf } from '../samples/samples';

export type { FileName } from '../samples/samples';

const KEY = 'ring-zero-lab.files';

interface SourcesState {
  readonly sample: SampleId;
  /** The files in front: the learner's copy of the sample. */
  readonly files: Files;
  /** The copies that differ from their sample. */
  readonly edited: Partial<Record<SampleId, Files>>;
  /** What the files were before they were reset, until the next edit or choice. */
  readonly beforeReset: Files | undefined;
}

export const useSources = create<SourcesState>(() => ({ ...keptFiles(), beforeReset: undefined }));

useSources.subscribe(({ sample, edited }, previous) => {
  if (sample === previous.sample && edited === previous.edited) return;
  localStorage.setItem(KEY, JSON.stringify({ sample, edited }));
});

export function isFileName(name: string): name is FileName {
  return name === 'app.c' || name === 'driver.c';
}

/** The learner changed a file. */
export function editFile(name: FileName, text: string): void {
  const { files } = useSources.getState();
  if (files[name] !== text) putFiles({ ...files, [name]: text }, undefined);
}

/** Shows the learner's copy of another sample. */
export function chooseSample(sample: SampleId): void {
  useSources.setState(({ edited }) => ({
    sample,
    files: edited[sample] ?? sampleOf(sample).files,
    beforeReset: undefined,
  }));
}

/** Puts the sample back in place of the learner's copy of it; `undoReset` brings that back. */
export function resetToSample(): void {
  const { sample, files } = useSources.getState();
  putFiles(sampleOf(sample).files, files);
}

export function undoReset(): void {
  const { beforeReset } = useSources.getState();
  if (beforeReset) putFiles(beforeReset, undefined);
}

function putFiles(files: Files, beforeReset: Files | undefined): void {
  useSources.setState(({ sample, edited }) => {
    const { [sample]: _, ...others } = edited;
    return { files, beforeReset, edited: isOriginal(sample, files) ? others : { ...others, [sample]: files } };
  });
}

function isOriginal(sample: SampleId, files: Files): boolean {
  const original = sampleOf(sample).files;
  return files['app.c'] === original['app.c'] && files['driver.c'] === original['driver.c'];
}

/** What an earlier visit left; whatever of it cannot be read is as if it had never been. */
function keptFiles(): Pick<SourcesState, 'sample' | 'files' | 'edited'> {
  const kept = parsed(localStorage.getItem(KEY));
  const sample = isSampleId(kept.sample) ? kept.sample : 'mirror';
  const copies = SAMPLES.flatMap(({ id }) => {
    const files = kept.edited?.[id];
    return isFiles(files) ? [[id, { 'app.c': files['app.c'], 'driver.c': files['driver.c'] }] as const] : [];
  });
  const edited: Partial<Record<SampleId, Files>> = Object.fromEntries(copies);
  return { sample, edited, files: edited[sample] ?? sampleOf(sample).files };
}

function parsed(text: string | null): { readonly sample?: unknown; readonly edited?: Record<string, unknown> } {
  try {
    return (JSON.parse(text ?? '{}') as ReturnType<typeof parsed> | null) ?? {};
  } catch {
    return {};
  }
}

function isFiles(value: unknown): value is Files {
  const files = value as Partial<Record<FileName, unknown>> | null | undefined;
  return typeof files?.['app.c'] === 'string' && typeof files['driver.c'] === 'string';
}
