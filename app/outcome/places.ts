/** Places in sources that texts of the machine name: `(driver.c:41)`. */
import { isLearnersFile } from '../store/project';

export interface NamedPlace {
  readonly file: string;
  readonly line: number;
  /** Where the text names it. */
  readonly start: number;
  readonly end: number;
  /** One of the learner's own files. */
  readonly isLearners: boolean;
}

/** The first place that a line names. */
export function placeIn(line: string): NamedPlace | undefined {
  const match = /\(([\w./-]+):(\d+)\)/.exec(line);
  if (!match?.[1]) return undefined;
  const start = match.index + 1;
  const end = start + match[0].length - 2;
  return { file: match[1], line: Number(match[2]), start, end, isLearners: isLearnersFile(match[1]) };
}
