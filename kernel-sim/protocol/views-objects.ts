/**
 * Views of the object manager's structures. Types only; conventions in views.ts.
 */
import type { Address } from './time.ts';
import type { Flags, List, Read } from './views.ts';
import type { ProcessName } from './views-threads.ts';

export interface HandleRecord {
  readonly handle: number;
  readonly object: Address;
  /** `File`, `Event`, `Process` ... */
  readonly type: string;
  /** With the type's own names: FILE_READ_DATA ... */
  readonly access: Flags;
  /** OBJ_INHERIT. */
  readonly attributes: Flags;
  /** Path in the namespace; of a file, device and file name; of a process or thread, its image and id. */
  readonly name: string;
}

export interface HandlesView {
  readonly process: ProcessName;
  /** The table of kernel handles, which have the sign bit. */
  readonly kernel: boolean;
  readonly table: Address;
  readonly count: number;
  readonly handles: List<Read<HandleRecord>>;
}

export interface ObjectView {
  readonly address: Address;
  readonly header: Address;
  /** `deleted`: the last reference went. `no header`: this is no object. */
  readonly state: 'alive' | 'deleting' | 'deleted' | 'no header';
  readonly type: string;
  readonly typeObject: Address;
  readonly pointerCount: number;
  readonly handleCount: number;
  readonly flags: Flags;
  /** Last component, and the directory that has it. */
  readonly name: string;
  readonly directory: string;
  readonly path: string;
  /** Of a symbolic link. */
  readonly target: string | null;
  /** Of a directory. */
  readonly entries: List<NamespaceEntry> | null;
  /** Handles that are open on it, over all processes. */
  readonly openHandles: readonly { readonly process: ProcessName; readonly handle: number }[];
}

export interface NamespaceEntry {
  readonly address: Address;
  readonly name: string;
  readonly type: string;
  /** Of a symbolic link. */
  readonly target: string | null;
  /** Of a directory, if it was asked for. */
  readonly entries: List<NamespaceEntry> | null;
}

export interface NamespaceView {
  readonly path: string;
  readonly directory: Read<NamespaceEntry>;
}
