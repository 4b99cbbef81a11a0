/**
 * Views of the I/O manager's structures. Types only; conventions in views.ts.
 */
import type { Address } from './time.ts';
import type { Code, Flags, List, Named, Read } from './views.ts';
import type { ThreadName } from './views-threads.ts';

export interface IoctlView {
  readonly code: number;
  readonly deviceType: Code;
  /** Of the vendor (0x8000 and above), not of the registered list. */
  readonly vendorType: boolean;
  readonly access: Code;
  readonly function: number;
  /** 0x800 and above: not one of Microsoft's. */
  readonly vendorFunction: boolean;
  readonly method: Code;
  /** `CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_ANY_ACCESS)`. */
  readonly macro: string;
}

export interface DeviceName {
  readonly address: Address;
  /** `\Device\Lab`; '' for a device without a name. */
  readonly name: string;
  /** `\Driver\lab`. */
  readonly driver: string;
}

export interface FileName {
  readonly address: Address;
  /** Device and rest: `\Device\Lab\one`. */
  readonly name: string;
}

export interface MdlView {
  readonly address: Address;
  readonly flags: Flags;
  readonly startVa: Address;
  readonly byteOffset: number;
  readonly byteCount: number;
  readonly mappedSystemVa: Address;
  readonly process: Address;
  readonly next: Address;
  /** Frame numbers behind it; valid once the pages are locked. */
  readonly pages: List<{ readonly pfn: number; readonly physical: Address; readonly valid: boolean }>;
}

/** Whether the memory at an IRP's address is one. */
export type IrpMemory =
  /** A pool block of IoAllocateIrp that is in use. */
  | 'allocated'
  /** The pool block is free: whoever still has this address uses freed memory. */
  | 'freed'
  /** The memory now belongs to something else. */
  | 'reused'
  /** It looks like an IRP in memory that its driver got in another way (IoInitializeIrp). */
  | 'own memory'
  | 'no IRP';

export interface IrpSummary {
  readonly address: Address;
  readonly major: Code | null;
  /** Who has it now. */
  readonly device: DeviceName | null;
  readonly cancel: boolean;
  readonly text: string;
}

/** A field of a stack location's parameters as text: `OutputBufferLength`, `16`. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
}

export interface StackLocation {
  /** 1 is the lowest driver's. */
  readonly index: number;
  readonly address: Address;
  readonly current: boolean;
  /** False: nothing was ever written there. */
  readonly used: boolean;
  readonly major: Code;
  readonly minor: Code;
  readonly flags: Flags;
  /** SL_PENDING_RETURNED, SL_INVOKE_ON_SUCCESS ... */
  readonly control: Flags;
  readonly parameters: readonly Parameter[];
  readonly ioctl: IoctlView | null;
  readonly device: Read<DeviceName> | null;
  readonly file: Read<FileName> | null;
  /** Set by the driver above, called on the way back up. */
  readonly completionRoutine: Named | null;
  readonly context: Address;
}

export interface IrpView {
  readonly address: Address;
  readonly memory: IrpMemory;
  /** What `memory` follows from, in one sentence. */
  readonly memoryText: string;
  /** `completed`: IoCompleteRequest has passed all its locations. `unsent`: at nobody yet. */
  readonly progress: 'unsent' | 'at a driver' | 'completed' | 'damaged';
  readonly type: number;
  readonly size: number;
  readonly flags: Flags;
  readonly stackCount: number;
  readonly currentLocation: number;
  readonly status: Code;
  /** IoStatus.Information. */
  readonly information: Address;
  readonly requestorMode: 'kernel' | 'user';
  readonly pendingReturned: boolean;
  readonly cancel: boolean;
  readonly cancelIrql: number;
  readonly cancelRoutine: Named | null;
  readonly apcEnvironment: number;
  readonly allocationFlags: Flags;
  readonly userIosb: Address;
  readonly userEvent: Address;
  readonly userApcRoutine: Address;
  readonly userApcContext: Address;
  readonly userBuffer: Address;
  /** What AssociatedIrp holds, by the flags. */
  readonly associated: { readonly kind: 'system buffer' | 'master IRP'; readonly value: Address };
  readonly auxiliaryBuffer: Address;
  readonly driverContext: readonly Address[];
  readonly mdls: List<Read<MdlView>>;
  readonly thread: Read<ThreadName> | null;
  readonly file: Read<FileName> | null;
  readonly locations: List<StackLocation>;
}

export interface DeviceView {
  readonly address: Address;
  readonly name: string;
  readonly type: number;
  /** False: the Type field says that this is no device object. */
  readonly sound: boolean;
  readonly driver: Read<{ readonly address: Address; readonly name: string }>;
  readonly deviceType: Code;
  readonly flags: Flags;
  readonly characteristics: Flags;
  readonly referenceCount: number;
  readonly extension: Address;
  /** Bytes that the driver asked for. */
  readonly extensionSize: number;
  readonly currentIrp: Address;
  readonly stackSize: number;
  readonly alignment: number;
  readonly nextDevice: Address;
  /** What is attached on top. */
  readonly attachedDevice: Read<DeviceName> | null;
  /** What this is attached to. */
  readonly attachedTo: Read<DeviceName> | null;
  /** DOE_DELETE_PENDING ... */
  readonly extensionFlags: Flags | null;
  /** What the device's security descriptor gives an administrator. */
  readonly administratorAccess: Flags | null;
  /** StartIo queue. */
  readonly queue: { readonly busy: boolean; readonly irps: List<Address> };
  /** The whole stack this is part of, top first. */
  readonly stack: List<DeviceStackEntry>;
}

export interface DeviceStackEntry extends DeviceName {
  readonly extension: Address;
  readonly isThis: boolean;
}

export interface DispatchEntry {
  readonly major: Code;
  readonly routine: Named;
  /** Nobody set it: IopInvalidDeviceRequest. */
  readonly isDefault: boolean;
}

export interface DriverView {
  readonly address: Address;
  readonly name: string;
  readonly type: number;
  readonly sound: boolean;
  /** Image, by address and size. */
  readonly start: Named;
  readonly size: number;
  readonly flags: Flags;
  readonly entry: Named;
  readonly startIo: Named | null;
  readonly unload: Named | null;
  readonly addDevice: Named | null;
  readonly registryPath: string;
  readonly dispatch: readonly DispatchEntry[];
  readonly devices: List<Read<DeviceName>>;
}

export interface DriverSummary {
  readonly address: Address;
  readonly name: string;
  readonly start: Address;
  readonly size: number;
  readonly devices: List<Read<DeviceName>>;
}

export interface DriversView {
  readonly drivers: List<Read<DriverSummary>>;
}

export interface FileView extends FileName {
  readonly type: number;
  readonly sound: boolean;
  readonly device: Read<DeviceName> | null;
  /** What was given behind the device's name. */
  readonly fileName: string;
  readonly relatedFile: Address;
  readonly flags: Flags;
  readonly access: readonly string[];
  readonly share: readonly string[];
  readonly finalStatus: Code;
  readonly currentByteOffset: Address;
  readonly fsContext: Address;
  readonly fsContext2: Address;
  /** A request is under way on this synchronous file; so many more wait for their turn. */
  readonly busy: boolean;
  readonly waiters: number;
  readonly eventSignaled: boolean;
}
