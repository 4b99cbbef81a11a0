/**
 * Where the learner is looking: the place in a source file that views ask the editors to show.
 */
import { create } from 'zustand';
import type { FileName } from './sources';

export interface Place {
  readonly file: FileName;
  readonly line: number;
  readonly column: number;
}

interface SelectionState {
  /** A new object for each request, so that asking for the same place twice shows it twice. */
  readonly place: Place | undefined;
}

export const useSelection = create<SelectionState>(() => ({ place: undefined }));

/** Asks the editor of that file to show the place and take the focus. */
export function showPlace(place: Place): void {
  useSelection.setState({ place: { ...place } });
}
