/**
 * Which values can be looked at: finds addresses, statuses and control codes in the texts of values, and says by the C type what they are. Pure.
 */
import type { Subject } from '../store/selection';

/** A text in pieces, of which some lead on. */
export type Piece = string | { readonly text: string; readonly subject: Subject };

type ByAddress = Extract<Subject, { readonly address: string }>['kind'];

/** What a pointer to this record leads to. */
const RECORDS: Readonly<Record<string, ByAddress | 'thread' | 'process'>> = {
  _IRP: 'irp',
  _DEVICE_OBJECT: 'device',
  _DRIVER_OBJECT: 'driver',
  _FILE_OBJECT: 'file',
  _MDL: 'mdl',
  _KDPC: 'dpc',
  _KEVENT: 'dispatcher',
  _KMUTANT: 'dispatcher',
  _KSEMAPHORE: 'dispatcher',
  _KTIMER: 'dispatcher',
  _KTHREAD: 'thread',
  _ETHREAD: 'thread',
  _KPROCESS: 'process',
  _EPROCESS: 'process',
  KSPIN_LOCK: 'spin-lock',
};

const ADDRESS = /\b0x([0-9A-F]{16})\b/g;
const NULL = '0000000000000000';

/** The text of a value, with what it names as references. `name`: of the variable or member, for numbers whose type says nothing. */
export function valuePieces(value: string, type: string, name: string): readonly Piece[] {
  const status = type === 'NTSTATUS' ? /^(0x[0-9A-F]{8}|0) \((\w+)\)$/.exec(value) : null;
  if (status?.[1] && status[2])
    return [{ text: value, subject: { kind: 'status', code: Number(status[1]), name: status[2] } }];
  const digits = /^(?:IoControlCode|FsControlCode)$/i.test(name) ? /^\d+/.exec(value)?.[0] : undefined;
  if (digits && digits !== '0') return [{ text: value, subject: { kind: 'ioctl', code: Number(digits) } }];
  const pointee = /^(?:struct )?(\w+) \*$/.exec(type)?.[1] ?? '';
  return addressPieces(value, RECORDS[pointee]);
}

/** A text with every full address in it as a reference; `kind`: what the first one is known to be. */
export function addressPieces(text: string, kind?: ByAddress | 'thread' | 'process'): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    if (match[1] === NULL) continue;
    if (match.index > at) pieces.push(text.slice(at, match.index));
    pieces.push({ text: match[0], subject: subjectAt(match[0], at === 0 && match.index === 0 ? kind : undefined) });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

function subjectAt(address: string, kind: ByAddress | 'thread' | 'process' | undefined): Subject {
  if (kind === 'thread') return { kind, thread: address };
  if (kind === 'process') return { kind, process: address };
  return { kind: kind ?? 'address', address };
}

/** What was typed into the inspector: an address, a control code or status by its name or digits, or else a C expression. */
export function subjectOfText(text: string): Subject | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const digits = /^(?:0x)?([0-9a-f]{9,16}|[0-9a-f]{1,8}`[0-9a-f]{8})$/i.exec(typed)?.[1];
  // Decimal digits alone are a number, unless they are as long as an address is.
  const isAddress = digits !== undefined && (/^0x/i.test(typed) || digits.length === 16 || digits.includes('`'));
  if (digits !== undefined && isAddress) return { kind: 'address', address: addressOf(digits.replace('`', '')) };
  const tid = /^(?:thread|tid) (\d+)$/i.exec(typed)?.[1];
  if (tid) return { kind: 'thread', thread: Number(tid) };
  const pid = /^(?:process|pid) (\d+)$/i.exec(typed)?.[1];
  if (pid) return { kind: 'process', process: Number(pid) };
  return { kind: 'expression', expression: typed };
}

function addressOf(digits: string): string {
  return `0x${digits.toUpperCase().padStart(16, '0')}`;
}
