/** Where a motion stopped, in one line; log points passed on the way come first, a line each. */

import { hex32 } from '../base/numbers.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { placeOf } from '../kernel/symbols.ts';
import type { RunEnd } from '../protocol/lab-api.ts';
import type { At, StopReport } from '../protocol/time.ts';

/**
 * `#1234 cpu 0 tid 8: thermo!Control+0x8 (driver.c:41) | switch (Code) { | breakpoint 1`
 */
export function stopText(k: Kernel, stop: StopReport): string {
  const log = stop.log.map(({ instant, breakpoint, text }) => `log ${breakpoint} #${instant}: ${text}`);
  // Where the machine has stopped for good is the kernel's last routine, whose text says nothing.
  const source = stop.end ? '' : sourceLine(k, stop);
  const parts = [
    `${instantText(stop.at)} cpu ${stop.cpu} tid ${stop.tid}: ${stop.place}`,
    ...(source === '' ? [] : [source]),
    reasonText(stop),
  ];
  return [...log, parts.join(' | ')].join('\n');
}

/** `#1234`, or `#2:1234` on another branch than the first. */
export function instantText({ branch, instant }: At): string {
  return branch === 0 ? `#${instant}` : `#${branch}:${instant}`;
}

function reasonText(stop: StopReport): string {
  const ids = stop.breakpoints.length === 0 ? '' : ` ${stop.breakpoints.join(', ')}`;
  const over = stop.reason === 'end' ? '' : `, ${REASONS.end}`;
  const end = stop.end ? `${over}: ${endText(stop.end)}` : '';
  return `${REASONS[stop.reason]}${ids}${end}${stop.text === '' ? '' : `: ${stop.text}`}`;
}

const REASONS: Readonly<Record<StopReport['reason'], string>> = {
  step: 'step',
  breakpoint: 'breakpoint',
  event: 'event',
  place: 'here',
  end: 'the run is over',
  beginning: 'the beginning of history',
  input: 'a program waits for typed input (!input "text\\n")',
  sought: 'sought',
  paused: 'paused',
};

/** How a run ended, in one line. */
export function endText(end: RunEnd): string {
  switch (end.kind) {
    case 'exit':
      return end.text ?? `exit code ${end.exitCode}`;
    case 'bugcheck':
      return `bug check ${hex32(end.bugcheck.code)} ${end.bugcheck.name} (!analyze -v explains it)`;
    case 'limit':
      return `limit reached: ${end.text}`;
    case 'hang':
      return `nothing can ever run again: ${[end.text, ...end.waits].join('; ')}`;
    case 'driver-failed':
      return `driver ${end.driver} failed to load: ${hex32(end.status)} ${end.statusName}: ${end.text}`;
    case 'exception':
      return `${end.process}: unhandled exception ${hex32(end.code)} ${end.codeName}: ${end.text}`;
    case 'internal':
      return `INTERNAL ERROR of the lab (not of your code): ${end.text}`;
  }
}

/** The text of the source line, without its indentation; '' if there is none. */
function sourceLine(k: Kernel, { file, line }: StopReport): string {
  if (file === undefined) return '';
  const place = placeOf(k, k.cpu.ip);
  // The kernel's headers declare what has no body in C.
  if (!place || (!place.learner && file.endsWith('.h'))) return '';
  const source = place.image.debug.files.find(({ name }) => name === file);
  return source?.text.split('\n')[line - 1]?.trim() ?? '';
}
