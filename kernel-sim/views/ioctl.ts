/**
 * The fields of a device control code, and the code's words.
 */
import { C } from '../kernel/layouts.generated.ts';
import type { IoctlView } from '../protocol/views-io.ts';
import { deviceType } from './names.ts';

const METHODS = ['METHOD_BUFFERED', 'METHOD_IN_DIRECT', 'METHOD_OUT_DIRECT', 'METHOD_NEITHER'];
const ACCESSES = ['FILE_ANY_ACCESS', 'FILE_READ_ACCESS', 'FILE_WRITE_ACCESS', 'FILE_READ_ACCESS | FILE_WRITE_ACCESS'];
const VENDOR_TYPE = 0x8000;
const VENDOR_FUNCTION = 0x800;

export function ioctlView(code: number): IoctlView {
  const value = code >>> 0;
  const type = value >>> 16;
  const access = (value >>> 14) & 3;
  const fn = (value >>> 2) & 0xfff;
  const method = value & 3;
  const device = deviceType(type);
  const macro = `CTL_CODE(${device.name}, 0x${fn.toString(16)}, ${METHODS[method]}, ${ACCESSES[access]})`;
  return Object.freeze({
    code: value,
    deviceType: Object.freeze(device),
    vendorType: type >= VENDOR_TYPE,
    access: Object.freeze({ value: access, name: ACCESSES[access] }),
    function: fn,
    vendorFunction: fn >= VENDOR_FUNCTION,
    method: Object.freeze({ value: method, name: METHODS[method] }),
    macro,
  });
}

/** The code that the words of a CTL_CODE make: names or numbers, as in the macro; or what is wrong with them. */
export function ioctlCode(words: {
  readonly deviceType: string;
  readonly function: string;
  readonly method: string;
  readonly access: string;
}): { readonly code: number } | { readonly problem: string } {
  const fields = [
    { text: words.deviceType, what: 'device type', prefix: 'FILE_DEVICE_', limit: 0xffff, shift: 16 },
    { text: words.access, what: 'access', prefix: 'FILE_', limit: 3, shift: 14 },
    { text: words.function, what: 'function', prefix: undefined, limit: 0xfff, shift: 2 },
    { text: words.method, what: 'method', prefix: 'METHOD_', limit: 3, shift: 0 },
  ];
  let code = 0;
  for (const { text, what, prefix, limit, shift } of fields) {
    const value = text.split('|').reduce((all, part) => all | numberOf(part.trim(), prefix), 0);
    if (!(value >= 0 && value <= limit))
      return { problem: `${text} is no ${what}: 0 to 0x${limit.toString(16)} or a name` };
    code = (code | (value << shift)) >>> 0;
  }
  return { code };
}

/** A number, or a constant of the headers with the prefix; -1 if it is neither. */
function numberOf(text: string, prefix: string | undefined): number {
  if (/^(0x[0-9a-f]{1,8}|\d{1,10})$/i.test(text)) return Number(text);
  const constants: Readonly<Record<string, unknown>> = C;
  const value = prefix !== undefined && text.startsWith(prefix) ? constants[text] : undefined;
  return typeof value === 'number' ? value : -1;
}
