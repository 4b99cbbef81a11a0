/**
 * Places in sources as the machine names them (`mirror!Control+0x8 (driver.c:41)`). Their lines are those of the text that was built: whoever shows one to the
 * learner goes through here, where it becomes a line of the text as it is now, and where it is said if that line is no longer there.
 */
import { create } from 'zustand';
import { isLearnersFile } from './project';
import { linesFromBuilt, useBuilt } from './project-built';
import { type Place, showPlace, useSelection } from './selection';

export interface NamedPlace extends Place {
  /** Where the text names file and line. */
  readonly start: number;
  readonly end: number;
  /** One of the learner's own files. */
  readonly isLearners: boolean;
}

/** The first place that a text names; undefined: none. */
export function placeIn(text: string): NamedPlace | undefined {
  const match = /\(([\w./-]+):(\d+)\)/.exec(text);
  if (!match?.[1]) return undefined;
  const [whole, file, line] = match;
  const start = match.index + 1;
  const isLearners = isLearnersFile(file);
  const image = isLearners ? undefined : imageBefore(text, match.index);
  return { file, line: Number(line), image, start, end: start + whole.length - 2, isLearners };
}

/** The image of the symbol that stands right before a place: `nt` of `nt!KiIdle+0x8 (`. */
export function imageBefore(text: string, at: number): string | undefined {
  return /(\w+)!\S*\s*\(?$/.exec(text.slice(0, at))?.[1];
}

/** A line that was asked for and is not in the text any more as it was built. */
export interface LostLine {
  readonly file: string;
  /** As it was built. */
  readonly line: number;
  readonly text: string;
  /** It was changed into the line that is shown; otherwise it is gone. */
  readonly isChanged: boolean;
}

/** Until another place is asked for. */
export const useLostLine = create<{ readonly lost: LostLine | undefined }>(() => ({ lost: undefined }));

useSelection.subscribe(({ place }, before) => {
  if (place !== before.place && useLostLine.getState().lost) forgetLostLine();
});

function forgetLostLine(): void {
  useLostLine.setState({ lost: undefined });
}

/** Shows a place of the text that runs: the same line in the text now, or where it would be. */
export function showCode(place: Place, options?: { readonly focus?: boolean }): void {
  const { file, line } = place;
  if (!isLearnersFile(file)) {
    showPlace(place, options);
    return;
  }
  const now = linesFromBuilt(file);
  const kept = now.kept(line);
  const { image: _, ...own } = place;
  if (kept !== undefined) {
    showPlace({ ...own, line: kept }, options);
    return;
  }
  const changed = now.moved(line);
  showPlace({ file, line: changed ?? nearest(now.kept, line) }, options);
  const text = useBuilt.getState().texts.get(file)?.split('\n')[line - 1]?.trim() ?? '';
  useLostLine.setState({ lost: { file, line, text, isChanged: changed !== undefined } });
}

/** The last line before it that is still there. */
function nearest(kept: (line: number) => number | undefined, line: number): number {
  for (let above = line - 1; above > 0; above--) {
    const now = kept(above);
    if (now !== undefined) return now;
  }
  return 1;
}
