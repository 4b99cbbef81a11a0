/** Which dialog or menu of the source place is open, and about what. */
import { create } from 'zustand';
import type { BreakpointSpec } from '../../kernel-sim/protocol/time';
import { useBreakpoints } from '../store/breakpoints';
import type { Project } from '../store/project';
import type { Intake } from '../store/project-files';

export type EditorDialog =
  /** `id` undefined: a new one. */
  | { readonly kind: 'breakpoint'; readonly id: number | undefined; readonly spec: BreakpointSpec }
  | { readonly kind: 'new-file' }
  | { readonly kind: 'rename'; readonly file: string }
  /** Files from outside: some of them are there already and were changed. */
  | {
      readonly kind: 'intake';
      readonly files: readonly Intake[];
      readonly replaced: readonly string[];
      /** Whole projects out of a zip. */
      readonly projects: readonly Project[];
      readonly problems: readonly string[];
    }
  | { readonly kind: 'sources' }
  | { readonly kind: 'delete-project' };

/** A menu over a line, at a place of the window. */
export interface LineMenuPlace {
  readonly file: string;
  readonly line: number;
  readonly x: number;
  readonly y: number;
}

interface DialogsState {
  readonly dialog: EditorDialog | undefined;
  readonly lineMenu: LineMenuPlace | undefined;
  /** The list of breakpoints stands open. */
  readonly isListOpen: boolean;
}

export const useEditorDialogs = create<DialogsState>(() => ({
  dialog: undefined,
  lineMenu: undefined,
  isListOpen: false,
}));

export function openDialog(dialog: EditorDialog | undefined): void {
  useEditorDialogs.setState({ dialog, lineMenu: undefined, isListOpen: false });
}

export function openLineMenu(lineMenu: LineMenuPlace | undefined): void {
  useEditorDialogs.setState({ lineMenu });
}

export function showList(isListOpen: boolean): void {
  useEditorDialogs.setState({ isListOpen });
}

/** The one that stands at the same place, or a new one. */
export function openBreakpoint(spec: BreakpointSpec): void {
  const place = JSON.stringify(spec.where);
  const known = useBreakpoints.getState().breakpoints.find((one) => JSON.stringify(one.spec.where) === place);
  openDialog({ kind: 'breakpoint', id: known?.id, spec: known?.spec ?? spec });
}
