/**
 * What the memory diagram looks at: a thing of the current request that is followed from stop to stop, an address, or a C expression in the scope of the
 * shown frame. Pure; 64-bit addresses are bigint while they are plural with.
 */
import type { ValueView } from '../../../kernel-sim/protocol/views-code';
import type { DeviceView, IrpView } from '../../../kernel-sim/protocol/views-io';
import { isNull } from '../../words/addresses';
import { hex } from '../../words/numbers';

export type PickId = 'system' | 'irp' | 'location' | 'device' | 'extension' | 'stack' | 'user';

export type Target =
  | { readonly kind: 'pick'; readonly pick: PickId }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'expression'; readonly text: string };

export interface Pick {
  readonly id: PickId;
  readonly label: string;
  /** Undefined: there is none at this instant. */
  readonly address: string | undefined;
  /** As what it is read; '' for plain bytes. */
  readonly type: string;
  /** In whose address space it means something, if that is not always the current one. */
  readonly owner?: Owner | undefined;
}

export interface Owner {
  readonly tid: number;
  readonly pid: number;
}

interface Things {
  readonly irp: IrpView | undefined;
  readonly device: DeviceView | undefined;
  /** Where the kernel stack of the thread is in use. */
  readonly stack: string | undefined;
  /** Thread that made the request. */
  readonly requester?: Owner | undefined;
}

export function picksOf({ irp, device, stack, requester }: Things): readonly Pick[] {
  const isAlive = irp?.memory === 'allocated' || irp?.memory === 'own memory';
  const there = (address: string | undefined) => (address === undefined || isNull(address) ? undefined : address);
  const buffer = irp?.associated.kind === 'system buffer' ? irp.associated.value : undefined;
  return [
    { id: 'system', label: 'System buffer', address: isAlive ? there(buffer) : undefined, type: '' },
    { id: 'irp', label: 'IRP', address: irp?.address, type: 'nt!_IRP' },
    {
      ...{ id: 'location', label: 'Stack location', type: 'nt!_IO_STACK_LOCATION' },
      address: isAlive ? irp?.locations.entries.find(({ current }) => current)?.address : undefined,
    },
    { id: 'device', label: 'Device object', address: device?.address, type: 'nt!_DEVICE_OBJECT' },
    { id: 'extension', label: 'Device extension', address: there(device?.extension), type: '' },
    { id: 'stack', label: 'Kernel stack', address: stack, type: '' },
    {
      ...{ id: 'user', label: 'User buffer', type: '', owner: requester },
      address: isAlive ? there(irp?.userBuffer) : undefined,
    },
  ];
}

/** The first of these that is there is shown when nothing was chosen. */
const DEFAULTS: readonly PickId[] = ['system', 'irp', 'device', 'stack'];

export function defaultPick(picks: readonly Pick[]): Pick | undefined {
  for (const id of DEFAULTS) {
    const found = picks.find((pick) => pick.id === id && pick.address !== undefined);
    if (found) return found;
  }
  return undefined;
}

/** What was typed: digits are an address (at least eight without `0x`, a backtick between them is left out), all else an expression. */
export function typedTarget(text: string): Target | undefined {
  const word = text.trim();
  if (word === '') return undefined;
  const digits = /^(?:0x([0-9a-f`]{1,17})|([0-9a-f`]{8,17}))$/i.exec(word);
  const found = (digits?.[1] ?? digits?.[2])?.replaceAll('`', '');
  if (found !== undefined && found.length <= 16) return { kind: 'address', address: addressOf(BigInt(`0x${found}`)) };
  return { kind: 'expression', text: word };
}

export interface Reading {
  readonly address: string;
  /** The type of what stands there; '' if it is not known. */
  readonly type: string;
}

/** Where the value of an expression leads: what a pointer points to, a number as an address, else where the thing itself is. */
export function readingOf({ type, value, address }: ValueView): Reading | { readonly problem: string } {
  if (value.startsWith('<')) return { problem: value.slice(1, -1) };
  const pointee = /^(.*?)\s*\*$/.exec(type)?.[1];
  if (pointee !== undefined) {
    const digits = /^0x([0-9A-F]{1,16})\b/i.exec(value)?.[1];
    if (digits === undefined) return { problem: 'the pointer is NULL' };
    return { address: addressOf(BigInt(`0x${digits}`)), type: isPlain(pointee) ? '' : pointee };
  }
  const whole = /^(-?\d+)(?: |$)/.exec(value)?.[1];
  if (whole !== undefined && address === undefined) return { address: addressOf(BigInt(whole)), type: '' };
  if (address !== undefined) return { address, type: isPlain(type) ? '' : type };
  return { problem: `${value} is no address` };
}

/** Read as bytes, not as fields. */
function isPlain(type: string): boolean {
  return (
    /^(const |volatile |unsigned |signed )*(void|char|UCHAR|CHAR|BYTE|WCHAR|short|int|long)\b/.test(type) ||
    /[*\]]$/.test(type)
  );
}

export function addressOf(value: bigint): string {
  return hex(BigInt.asUintN(64, value), 16);
}

/** The address so many bytes on. */
export function moved(address: string, by: number): string {
  return addressOf(BigInt(address) + BigInt(by));
}

/** Bytes from one address to another. */
export function distance(from: string, to: string): number {
  return Number(BigInt.asIntN(64, BigInt(to) - BigInt(from)));
}
