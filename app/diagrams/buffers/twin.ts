/** The buffers in words: all that the picture says, a line each. Pure. */

import { isNull, shortAddress } from '../../words/addresses';
import type { BufferBox, BufferCopy, BuffersModel, MdlBox } from './model';

export function buffersLines(model: BuffersModel, title: string): readonly string[] {
  const { plan, about, boxes, mdl, copies, lengths, warnings } = model;
  return [
    `${title}${plan.method ? `, ${plan.method}` : ''}. ${about}`,
    ...warnings.map((text) => `Warning: ${text}`),
    ...lengths.map(({ name, value, changed }) => `${name}: ${value}${changed ? ', changed since the last stop' : ''}.`),
    ...boxes.map(boxLine),
    ...(mdl ? [mdlLine(mdl)] : []),
    ...copies.map(copyLine),
  ];
}

function boxLine({ title, address, length, state, note, cells, more }: BufferBox): string {
  const where = isNull(address) ? '' : ` at ${shortAddress(address)}`;
  const head = `${title}${where}, ${length} bytes${note ? ` (${note})` : ''}`;
  if (state !== 'there') return `${head}.`;
  const text = cells.map((cell) => cell.text).join('');
  const hex = cells.map((cell) => cell.hex).join(' ');
  const list = (name: 'changed' | 'stale') => cells.flatMap((cell, index) => (cell[name] ? [index] : []));
  const [changed, stale] = [list('changed'), list('stale')];
  return [
    `${head}: ${hex}${more > 0 ? ` and ${more} more` : ''}. As text: ${text}.`,
    ...(changed.length > 0 ? [`Changed since the last stop: ${ranges(changed)}.`] : []),
    ...(stale.length > 0 ? [`Never written for this request: ${ranges(stale)}.`] : []),
  ].join(' ');
}

/** `bytes 0 to 3, 7`. */
function ranges(indices: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < indices.length; ) {
    let end = i;
    while (indices[end + 1] === indices[end] + 1) end++;
    parts.push(end === i ? `${indices[i]}` : `${indices[i]} to ${indices[end]}`);
    i = end + 1;
  }
  return `bytes ${parts.join(', ')}`;
}

function mdlLine({ address, state, isLocked, mapping, offset, length, pages, isSameFrame }: MdlBox): string {
  if (state !== 'there')
    return state === 'later' ? 'The MDL is not made yet.' : 'The MDL is freed, its pages are unlocked.';
  const frames = pages.map(({ pfn, physical }) => `${pfn} (physical ${shortAddress(physical)})`).join(', ');
  return [
    `MDL at ${shortAddress(address)}: ${length} bytes from offset ${offset} of its first page; the pages are ${isLocked ? `locked, frames ${frames}` : 'not locked'}.`,
    mapping ? `The system sees them at ${shortAddress(mapping)}.` : 'They have no address in system space yet.',
    ...(isSameFrame ? ["The caller's address leads to the same frame."] : []),
  ].join(' ');
}

function copyLine({ direction, bytes, at, state, news }: BufferCopy): string {
  const way =
    direction === 'in'
      ? 'from the input buffer into the system buffer'
      : 'from the system buffer back to the output buffer';
  const when =
    state === 'later'
      ? 'Not yet: at'
      : news === ''
        ? 'At'
        : news === 'just now'
          ? 'Just now, at'
          : 'Since the last stop, at';
  return `${when} instant ${at.toLocaleString('en')} the I/O manager copies ${bytes} bytes ${way}.`;
}
