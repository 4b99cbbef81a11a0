/**
 * What the learner points at: the place in a source that editors are asked to show, and what the inspector is about.
 */
import { create } from 'zustand';

/** A place in a source file; columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  /** Of a source of the lab: its image (`nt`, `ntdll`); left out: the learner's file, or the first image that has it. */
  readonly image?: string | undefined;
}

/** Anything of the machine that can be inspected. Addresses as in the protocol. */
export type Subject =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'irp' | 'device' | 'driver' | 'file' | 'mdl' | 'object' | 'dpc'; readonly address: string }
  | { readonly kind: 'dispatcher' | 'spin-lock' | 'pool'; readonly address: string }
  /** By ETHREAD or id; by EPROCESS or id. */
  | { readonly kind: 'thread'; readonly thread: string | number }
  | { readonly kind: 'process'; readonly process: string | number }
  | { readonly kind: 'handle'; readonly process: string | number; readonly handle: number }
  | { readonly kind: 'ioctl'; readonly code: number }
  /** An NTSTATUS. */
  | { readonly kind: 'status'; readonly code: number; readonly name: string }
  /** A C expression in the scope of the shown frame. */
  | { readonly kind: 'expression'; readonly expression: string };

interface SelectionState {
  /** A new object for each request, so that asking for the same place twice shows it twice. */
  readonly place: (Place & { readonly focus: boolean }) | undefined;
  /** What the inspector is about, the latest last; it can go back. */
  readonly trail: readonly Subject[];
  /** Kept in view whatever else is inspected. */
  readonly pinned: readonly Subject[];
}

export const useSelection = create<SelectionState>(() => ({ place: undefined, trail: [], pinned: [] }));

/** Asks the editor to show the place, and (unless told not to) to take the focus. */
export function showPlace(place: Place, { focus = true } = {}): void {
  useSelection.setState({ place: { ...place, focus } });
}

/** Opens the inspector on it. */
export function inspect(subject: Subject): void {
  useSelection.setState(({ trail }) => {
    const last = trail.at(-1);
    if (last && isSame(last, subject)) return { trail: [...trail] };
    return { trail: [...trail, subject].slice(-MOST_STEPS) };
  });
}

export function inspectBack(): void {
  useSelection.setState(({ trail }) => ({ trail: trail.slice(0, -1) }));
}

export function togglePin(subject: Subject): void {
  useSelection.setState(({ pinned }) => {
    const others = pinned.filter((one) => !isSame(one, subject));
    return { pinned: others.length < pinned.length ? others : [...pinned, subject] };
  });
}

const MOST_STEPS = 50;

export function isSame(a: Subject, b: Subject): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
