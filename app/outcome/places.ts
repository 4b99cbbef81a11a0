/** Places in sources that texts of the machine name: `(driver.c:41)`. */
import { isLearnersFile } from '../store/project';

export interface NamedPlace {
  readonly file: string;
  readonly line: number;
  /** One of the learner's own files. */
  readonly isLearners: boolean;
}

/** The first place that a line names. */
export function placeIn(line: string): NamedPlace | undefined {
  const match = /\(([\w./-]+):(\d+)\)/.exec(line);
  return match?.[1] ? { file: match[1], line: Number(match[2]), isLearners: isLearnersFile(match[1]) } : undefined;
}
