/** What stands in front in the source place, as one record: a file of the learner's or a source of the lab. */
import { useEffect, useMemo } from 'react';
import { useProject } from '../store/project';
import { keyOfSource, useTabs } from '../store/project-tabs';
import { loadSourceText, useLabSources } from './lab-sources';

export interface ShownTab {
  readonly key: string;
  readonly file: string;
  /** Of a source of the lab. */
  readonly image: string | undefined;
  readonly isSystem: boolean;
  readonly isPreview: boolean;
  readonly isReadOnly: boolean;
  /** Undefined: it is being fetched, or cannot be (`problem`). */
  readonly text: string | undefined;
  readonly problem: string | undefined;
}

export function useShownTab(): ShownTab | undefined {
  const active = useTabs((state) => state.active);
  const source = useTabs((state) => state.sources.find((one) => keyOfSource(one) === state.active));
  const file = useProject(({ project }) => project.files.find(({ name }) => name === active));
  const fetched = useLabSources((state) => state.texts.get(active));
  useEffect(() => {
    if (source) void loadSourceText(source);
  }, [source]);
  return useMemo(() => {
    if (source) {
      const text = fetched && 'text' in fetched ? fetched.text : undefined;
      const problem = fetched && 'problem' in fetched ? fetched.problem : undefined;
      const { image, file: name, isPreview } = source;
      return { key: active, file: name, image, isSystem: true, isPreview, isReadOnly: true, text, problem };
    }
    if (!file) return undefined;
    return {
      key: active,
      file: file.name,
      image: undefined,
      isSystem: false,
      isPreview: false,
      isReadOnly: file.access !== 'editable',
      text: file.text,
      problem: undefined,
    };
  }, [active, source, file, fetched]);
}
