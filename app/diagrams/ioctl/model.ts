/**
 * A device control code as data: its four fields with what each means to the I/O manager, the macro, and whether a handle's access allows it. Pure
 * arithmetic on the number, so that a code that is only thought of can be looked at as well; a test holds it equal to the machine's own view.
 */
import type { Read } from '../../../kernel-sim/protocol/views';
import type { HandleRecord } from '../../../kernel-sim/protocol/views-objects';
import type { BitField } from '../../design/BitRuler';
import { hex } from '../../words/numbers';
import { isProblem } from '../shared/facts';

export interface IoctlParts {
  readonly deviceType: number;
  readonly access: number;
  readonly function: number;
  readonly method: number;
}

export type PartId = keyof IoctlParts;

export interface PartPicture {
  readonly id: PartId;
  readonly name: string;
  readonly value: number;
  /** `METHOD_BUFFERED`, `0x800`. */
  readonly words: string;
  /** What it means to the I/O manager. */
  readonly about: string;
}

export interface IoctlPicture {
  readonly code: number;
  readonly macro: string;
  readonly bits: readonly BitField[];
  readonly parts: readonly PartPicture[];
  readonly common: string;
  readonly custom: string;
  /** Undefined: which handle is used is not known. */
  readonly verdict: Verdict | undefined;
}

export interface Verdict {
  readonly isAllowed: boolean;
  readonly text: string;
}

export const COMMON_BIT = 31;
export const CUSTOM_BIT = 13;

export const METHODS = ['METHOD_BUFFERED', 'METHOD_IN_DIRECT', 'METHOD_OUT_DIRECT', 'METHOD_NEITHER'] as const;
export const ACCESSES = [
  'FILE_ANY_ACCESS',
  'FILE_READ_ACCESS',
  'FILE_WRITE_ACCESS',
  'FILE_READ_ACCESS | FILE_WRITE_ACCESS',
] as const;

/** Registered device types that a learner may meet: names of the headers. */
export const DEVICE_TYPES: readonly (readonly [number, string])[] = [
  [0x02, 'FILE_DEVICE_CD_ROM'],
  [0x07, 'FILE_DEVICE_DISK'],
  [0x09, 'FILE_DEVICE_FILE_SYSTEM'],
  [0x0b, 'FILE_DEVICE_KEYBOARD'],
  [0x0f, 'FILE_DEVICE_MOUSE'],
  [0x11, 'FILE_DEVICE_NAMED_PIPE'],
  [0x12, 'FILE_DEVICE_NETWORK'],
  [0x15, 'FILE_DEVICE_NULL'],
  [0x16, 'FILE_DEVICE_PARALLEL_PORT'],
  [0x18, 'FILE_DEVICE_PRINTER'],
  [0x1b, 'FILE_DEVICE_SERIAL_PORT'],
  [0x1d, 'FILE_DEVICE_SOUND'],
  [0x22, 'FILE_DEVICE_UNKNOWN'],
  [0x23, 'FILE_DEVICE_VIDEO'],
  [0x2d, 'FILE_DEVICE_MASS_STORAGE'],
  [0x32, 'FILE_DEVICE_ACPI'],
];

const VENDOR_TYPE = 0x8000;
const VENDOR_FUNCTION = 0x800;

const ABOUT_METHOD = [
  'The I/O manager copies the input into a system buffer, and the answer from there back to the program.',
  'The first buffer is copied into a system buffer. The pages of the second are locked and described by an MDL; the driver reads from them.',
  'The first buffer is copied into a system buffer. The pages of the second are locked and described by an MDL; the driver writes to them.',
  'The I/O manager passes on the addresses of the program and checks nothing. The driver must probe them and expect faults.',
] as const;

/** FILE_READ_DATA, FILE_WRITE_DATA: the bits of a handle's access that the two bits of the code ask for. */
const NEEDED = [
  [1, 'FILE_READ_DATA'],
  [2, 'FILE_WRITE_DATA'],
] as const;

export function partsOf(code: number): IoctlParts {
  return { deviceType: code >>> 16, access: (code >>> 14) & 3, function: (code >>> 2) & 0xfff, method: code & 3 };
}

export function codeOf(parts: IoctlParts): number {
  return ((parts.deviceType << 16) | (parts.access << 14) | (parts.function << 2) | parts.method) >>> 0;
}

/** The largest value of a part. */
export const LIMITS: Readonly<Record<PartId, number>> = { deviceType: 0xffff, access: 3, function: 0xfff, method: 3 };

export function deviceTypeName(type: number): string {
  return DEVICE_TYPES.find(([value]) => value === type)?.[1] ?? `0x${type.toString(16)}`;
}

export function macroOf(code: number): string {
  const { deviceType, access, function: fn, method } = partsOf(code);
  return `CTL_CODE(${deviceTypeName(deviceType)}, 0x${fn.toString(16)}, ${METHODS[method]}, ${ACCESSES[access]})`;
}

/** What was typed as a code: `0x8000E000`, bare digits (hexadecimal, as debuggers read them), or a CTL_CODE. */
export function parsedCode(text: string): { readonly code: number } | { readonly problem: string } {
  const macro = /^\s*CTL_CODE\s*\(([^)]*)\)\s*$/i.exec(text)?.[1];
  if (macro !== undefined) return parsedMacro(macro.split(','));
  const digits = /^\s*(?:0x)?([0-9a-f]{1,8})\s*$/i.exec(text)?.[1];
  if (digits === undefined) return { problem: 'Write up to 8 hexadecimal digits, or CTL_CODE( ... ).' };
  return { code: Number.parseInt(digits, 16) };
}

function parsedMacro(words: readonly string[]): { readonly code: number } | { readonly problem: string } {
  if (words.length !== 4) return { problem: 'CTL_CODE takes device type, function, method and access.' };
  const [deviceType, fn, method, access] = words.map((word) => word.trim()) as [string, string, string, string];
  const values: Record<PartId, number | undefined> = {
    deviceType: parsedPart('deviceType', deviceType),
    function: parsedPart('function', fn),
    method: parsedPart('method', method),
    access: access.split('|').reduce<number | undefined>((all, word) => {
      const one = parsedPart('access', word);
      return all === undefined || one === undefined ? undefined : all | one;
    }, 0),
  };
  const wrong = (Object.keys(values) as PartId[]).find((id) => values[id] === undefined);
  if (wrong !== undefined) return { problem: `The ${NAMES[wrong]} cannot be read.` };
  return { code: codeOf(values as IoctlParts) };
}

/** A number or a name of the headers; undefined: neither, or too large. */
export function parsedPart(id: PartId, text: string): number | undefined {
  const word = text.trim();
  const named = NAMED[id].find(([, name]) => name === word.toUpperCase());
  if (named) return named[0];
  if (!/^(0x[0-9a-f]+|\d+)$/i.test(word)) return undefined;
  const value = Number(word);
  return value <= LIMITS[id] ? value : undefined;
}

const NAMED: Readonly<Record<PartId, readonly (readonly [number, string])[]>> = {
  deviceType: DEVICE_TYPES,
  access: ACCESSES.slice(0, 3).map((name, value) => [value, name] as const),
  function: [],
  method: METHODS.map((name, value) => [value, name] as const),
};

const NAMES: Readonly<Record<PartId, string>> = {
  deviceType: 'device type',
  access: 'access',
  function: 'function',
  method: 'method',
};

export function ioctlPicture(code: number, handle?: HandleRecord): IoctlPicture {
  const parts = partsOf(code);
  const isVendorType = parts.deviceType >= VENDOR_TYPE;
  const isVendorFunction = parts.function >= VENDOR_FUNCTION;
  return {
    code,
    macro: macroOf(code),
    bits: bitsOf(parts),
    parts: [
      {
        ...{ id: 'deviceType', name: 'Device type', value: parts.deviceType, words: deviceTypeName(parts.deviceType) },
        about: 'A convention only: the I/O manager does not compare it with the type of the device.',
      },
      {
        ...{ id: 'access', name: 'Access', value: parts.access, words: ACCESSES[parts.access] as string },
        about: `Checked before there is an IRP: ${parts.access === 0 ? 'any handle will do' : `the handle must have ${neededNames(parts.access)}`}.`,
      },
      {
        ...{ id: 'function', name: 'Function', value: parts.function, words: hex(parts.function, 3) },
        about: 'Which request it is. The I/O manager does not look at it; the driver decides by it.',
      },
      {
        ...{ id: 'method', name: 'Method', value: parts.method, words: METHODS[parts.method] as string },
        about: ABOUT_METHOD[parts.method] as string,
      },
    ],
    common: `Bit 31 (common) is ${isVendorType ? 'set: device types from 0x8000 on are for vendors to choose' : 'clear: device types below 0x8000 are Microsoft’s'}.`,
    custom: `Bit 13 (custom) is ${isVendorFunction ? 'set: functions from 0x800 on are for vendors to choose' : 'clear: functions below 0x800 are Microsoft’s'}.`,
    verdict: handle && verdictOf(parts.access, handle),
  };
}

function bitsOf(parts: IoctlParts): readonly BitField[] {
  return [
    bits('deviceType', 'Device type', 16, 16, hex(parts.deviceType), 'hardware'),
    bits('access', 'Access', 14, 2, String(parts.access), 'user'),
    bits('function', 'Function', 2, 12, hex(parts.function, 3), 'kernel'),
    bits('method', 'Method', 0, 2, String(parts.method), 'irp'),
  ];
}

function bits(
  id: PartId,
  name: string,
  shift: number,
  width: number,
  value: string,
  meaning: BitField['meaning'],
): BitField {
  return { id, name, shift, width, value, meaning };
}

function verdictOf(access: number, { handle, access: granted }: HandleRecord): Verdict {
  const name = `Handle ${hex(handle)}`;
  if (access === 0) return { isAllowed: true, text: `${name} may send it: the code asks for no access.` };
  const missing = NEEDED.filter(([bit]) => (access & bit) !== 0 && (granted.value & bit) === 0).map(([, word]) => word);
  if (missing.length === 0) return { isAllowed: true, text: `${name} may send it: it has ${neededNames(access)}.` };
  return {
    isAllowed: false,
    text: `${name} may not send it: it lacks ${missing.join(' and ')}. The call fails with STATUS_ACCESS_DENIED and there is no IRP.`,
  };
}

function neededNames(access: number): string {
  return NEEDED.filter(([bit]) => (access & bit) !== 0)
    .map(([, name]) => name)
    .join(' and ');
}

/** The handle that a request was sent on: the one to its file object; if that is not known, one to its device. */
export function handleOf(
  handles: readonly Read<HandleRecord>[],
  file: string | undefined,
  deviceName: string | undefined,
): HandleRecord | undefined {
  const all = handles.flatMap((one) => (isProblem(one) ? [] : [one]));
  const toDevice = (name: string) => name === deviceName || name.startsWith(`${deviceName}\\`);
  return (
    all.find(({ object }) => object === file) ??
    (deviceName ? all.find(({ type, name }) => type === 'File' && toDevice(name)) : undefined)
  );
}

export function ioctlText(picture: IoctlPicture, isWhatIf: boolean): readonly string[] {
  const { code, macro, parts, common, custom, verdict } = picture;
  return [
    `${isWhatIf ? 'What if (not a code of the machine): control' : 'Control'} code ${hex(code, 8)}, ${macro}.`,
    ...parts.map(
      ({ name, value, words, about }, i) =>
        `${name}, ${RANGES[i]}: ${words === hex(value, 3) ? words : `${hex(value)}, ${words}`}. ${about}`,
    ),
    common,
    custom,
    ...(verdict ? [verdict.text] : []),
  ];
}

const RANGES = ['bits 31 to 16', 'bits 15 and 14', 'bits 13 to 2', 'bits 1 and 0'];

export interface UsedCode {
  readonly code: number;
  /** State in which a driver was first called with it. */
  readonly instant: number;
  readonly driver: string;
}

/** Each code of the run once, in order of first use. */
export function usedCodes(
  calls: readonly { readonly instant: number; readonly [field: string]: number | string }[],
): readonly UsedCode[] {
  const seen = new Map<number, UsedCode>();
  for (const { instant, ioctl, driver } of calls) {
    const code = Number(ioctl);
    if (code !== 0 && !seen.has(code)) seen.set(code, { code, instant: instant + 1, driver: String(driver) });
  }
  return [...seen.values()];
}

/** The code that is shown when none was chosen: of the current request; or the last one used up to the instant; or the run's first. */
export function currentCode(ofRequest: number, used: readonly UsedCode[], instant: number): number | undefined {
  if (ofRequest !== 0) return ofRequest;
  return (used.findLast((one) => one.instant <= instant) ?? used[0])?.code;
}
