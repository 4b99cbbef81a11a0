/**
 * The sources that the machine runs: what the build took, which the learner may have edited since. Written by `client/` when a run begins.
 */
import { create } from 'zustand';
import type { RunRequest } from '../../kernel-sim/protocol/messages';
import { useProject } from './project';
import { type LineMap, lineMap, SAME_LINES } from './project-lines';

interface BuiltState {
  /** Text by file; empty if there is no run. */
  readonly texts: ReadonlyMap<string, string>;
}

export const useBuilt = create<BuiltState>(() => ({ texts: new Map() }));

export function noteBuilt({ drivers, apps, headers = {} }: RunRequest): void {
  const sources = [...drivers, ...apps].flatMap(({ sources }) =>
    sources.map(({ name, text }) => [name, text] as const),
  );
  useBuilt.setState({ texts: new Map([...sources, ...Object.entries(headers)]) });
}

/** From the lines of the text now to those of the text that runs. */
export function linesToBuilt(file: string): LineMap {
  const [built, now] = [useBuilt.getState().texts.get(file), currentText(file)];
  return built === undefined || now === undefined ? SAME_LINES : lineMap(now, built);
}

/** From the lines of the text that runs to those of the text now. */
export function linesFromBuilt(file: string): LineMap {
  const [built, now] = [useBuilt.getState().texts.get(file), currentText(file)];
  if (built === undefined || now === undefined) return SAME_LINES;
  const known = latest.get(file);
  if (known?.built === built && known.now === now) return known.map;
  const map = lineMap(built, now);
  latest.set(file, { built, now, map });
  return map;
}

/** Asked for many times between two edits. */
const latest = new Map<string, { readonly built: string; readonly now: string; readonly map: LineMap }>();

function currentText(file: string): string | undefined {
  return useProject.getState().project.files.find(({ name }) => name === file)?.text;
}
