/** Places in code as commands name them. */
import type { PlaceSpec } from '../protocol/time.ts';
import { addressOf } from './evaluate.ts';
import type { CommandHost } from './host.ts';
import { CommandError, type Piece } from './input.ts';

/**
 * `driver.c:41` (also in backticks, as WinDbg wants it), a routine (`DispatchControl`, `thermo!DispatchControl`), or any expression for an
 * address (`thermo!DispatchControl+0x30`). Whether the line or routine exists is for whoever stops there to say.
 */
export function placeIn(host: CommandHost, piece: Piece): PlaceSpec {
  const text = piece.text
    .trim()
    .replace(/^`([\s\S]*)`$/, '$1')
    .trim();
  if (text === '') throw new CommandError('a place is needed: a routine, file:line or an address', piece);
  const source = /^(.*\.[A-Za-z]\w*):(\d+)$/.exec(text);
  if (source) return lineIn(source[1] ?? '', source[2] ?? '', piece);
  if (/^(\w+!)?[A-Za-z_]\w*$/.test(text)) return { kind: 'routine', name: text };
  return { kind: 'address', address: addressOf(host, piece) };
}

function lineIn(file: string, digits: string, piece: Piece): PlaceSpec {
  const line = Number(digits);
  if (line < 1 || line > 1_000_000) throw new CommandError(`${file} has no line ${digits}; lines count from 1`, piece);
  // WinDbg's `module!file.c:41`: the file alone tells.
  return { kind: 'line', file: file.replace(/^\w+!/, ''), line };
}
