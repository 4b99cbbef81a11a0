/**
 * Sources of the lab itself, fetched from the worker when they are first looked at. They never change, so what was fetched once stays.
 */
import { create } from 'zustand';
import type { SourceFile } from '../../kernel-sim/protocol/page-queries';
import { ask } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { keyOfSource, type SourceTab } from '../store/project-tabs';

interface LabSourcesState {
  /** All that can be opened; undefined: not asked yet. */
  readonly files: readonly SourceFile[] | undefined;
  /** By key of the tab: the text, or why there is none. */
  readonly texts: ReadonlyMap<string, { readonly text: string } | { readonly problem: string }>;
}

export const useLabSources = create<LabSourcesState>(() => ({ files: undefined, texts: new Map() }));

const underWay = new Set<string>();

export async function loadSourceFiles(): Promise<readonly SourceFile[]> {
  const known = useLabSources.getState().files;
  if (known) return known;
  const files = (await ask({ kind: 'source-files' })).filter(({ system }) => system);
  useLabSources.setState({ files });
  return files;
}

export async function loadSourceText({ image, file }: Pick<SourceTab, 'image' | 'file'>): Promise<void> {
  const key = keyOfSource({ image, file });
  const known = useLabSources.getState().texts.get(key);
  if ((known && 'text' in known) || underWay.has(key)) return;
  underWay.add(key);
  try {
    const { text } = await ask({ kind: 'source-text', file, image });
    put(key, { text });
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    put(key, { problem: error.message });
  } finally {
    underWay.delete(key);
  }
}

function put(key: string, text: { readonly text: string } | { readonly problem: string }): void {
  useLabSources.setState(({ texts }) => ({ texts: new Map(texts).set(key, text) }));
}
