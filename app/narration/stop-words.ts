/**
 * Where the machine stands, in a sentence or two: what has just run and what that changed, what comes next; or how it ended. For the panel, for screen
 * readers, for an instructor's script. Pure.
 */
import type { RunEnd } from '../../kernel-sim/protocol/lab-api';
import type { Situation } from '../../kernel-sim/protocol/page-queries';
import type { StopReport } from '../../kernel-sim/protocol/time';
import type { Read } from '../../kernel-sim/protocol/views';
import type { LocalsView } from '../../kernel-sim/protocol/views-code';
import { shortValue } from '../debugger/stack-rows';
import type { Outcome } from '../store/lab';
import { count, hex32, plural } from '../words/numbers';

export interface LocalChange {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export interface Stop {
  readonly report: StopReport;
  /** The stop before it; undefined: this is the first. */
  readonly previous: StopReport | undefined;
  /** Of this instant, once it is known. */
  readonly situation: Situation | undefined;
  /** Variables of the innermost frame that hold something else than at the stop before. */
  readonly changes: readonly LocalChange[];
}

export function stopText(stop: Stop): string {
  const { report } = stop;
  if (report.end) return endText(report.end);
  if (report.reason === 'beginning') return 'This is the beginning: the machine has not executed anything yet.';
  if (report.reason === 'input') return 'The program waits for a line typed into the console.';
  if (report.reason === 'breakpoint') return `${breakpointText(report)} Next: ${nextText(report)}.`;
  if (report.reason === 'event' && stop.situation?.before)
    return `${stop.situation.before.sentence} Next: ${nextText(report)}.`;
  if (report.reason === 'step') return stepText(stop);
  return `${whereText(stop)}. Next: ${nextText(report)}.`;
}

/** How a run ended, as a sentence. */
export function endText(end: RunEnd): string {
  switch (end.kind) {
    case 'exit':
      return `The run is over: ${end.text ?? `the last program ended with exit code ${end.status}`}.`;
    case 'bugcheck':
      return `The machine has stopped with bug check ${hex32(end.bugcheck.code)}, ${end.bugcheck.name}.`;
    case 'hang':
      return 'The run is over: nothing can ever run again, because everybody waits.';
    case 'limit':
      return 'The run is over: it reached its limit.';
    case 'driver-failed':
      return `The run is over: the driver ${end.driver} failed to load, with ${end.statusName}.`;
    case 'exception':
      return `The run is over: ${end.process} ended with the unhandled exception ${end.codeName}.`;
    case 'internal':
      return 'The lab itself has failed. This is our defect, not yours.';
  }
}

/** What is told of an end that no stop tells: nothing was run, or it was ended from outside. */
export function outcomeText(outcome: Outcome | undefined): string {
  if (outcome?.kind === 'build-failed') return `The build failed with ${plural(outcome.errors, 'error')}.`;
  if (outcome?.kind === 'worker-lost') return 'The simulated machine had to be restarted. Your files are safe.';
  if (outcome?.kind === 'stopped') return 'You have stopped the run.';
  return '';
}

/** What of the variables changed between two stops in one activation of a routine. */
export function localChanges(
  now: Read<LocalsView> | undefined,
  before: Read<LocalsView> | undefined,
): readonly LocalChange[] {
  if (!now || !before || 'problem' in now || 'problem' in before) return [];
  if (now.frame === '' || now.frame !== before.frame) return [];
  return now.variables.flatMap(({ name, value, shadowed }) => {
    const old = before.variables.find((one) => one.name === name && !one.shadowed);
    return shadowed || !old || old.value === value ? [] : [{ name, from: old.value, to: value }];
  });
}

function stepText(stop: Stop): string {
  const { report, previous, changes } = stop;
  if (!previous || previous.tid !== report.tid || previous.at.branch !== report.at.branch)
    return `${whereText(stop)}. Next: ${nextText(report)}.`;
  if (report.at.instant < previous.at.instant) return `Back before ${nextText(report)}${changesText(changes, 'back')}.`;
  // Of a call that is under way one cannot say that its line has run.
  if (routineOf(report) !== routineOf(previous)) return `Now in ${routineOf(report)}. Next: ${placeText(report)}.`;
  const ran =
    previous.line === 0 ? `An instruction of ${routineOf(previous)} has run` : `${lineText(previous)} has run`;
  return `${ran}${changesText(changes, 'forward')}. Next: ${nextText(report, previous)}.`;
}

const MOST_CHANGES = 3;

function changesText(changes: readonly LocalChange[], direction: 'forward' | 'back'): string {
  if (changes.length === 0) return '';
  const texts = changes.slice(0, MOST_CHANGES).map(({ name, from, to }) => {
    const [a, b] = [shortValue(from), shortValue(to)];
    if (direction === 'back') return `${name} is ${b} again`;
    return a === b ? `${name} changed` : `${name} changed from ${a} to ${b}`;
  });
  const others = changes.length - texts.length;
  return `: ${listText(others > 0 ? [...texts, `${plural(others, 'other variable')} changed`] : texts)}`;
}

function listText(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

function breakpointText({ breakpoints, text }: StopReport): string {
  const which = breakpoints.length === 0 ? 'a breakpoint' : `breakpoint ${listText(breakpoints.map(String))}`;
  return `Stopped at ${which}${text === '' ? '' : ` (${text})`}.`;
}

const MODES = { user: 'in user mode', kernel: 'in kernel mode', interrupt: 'in an interrupt', idle: 'idle' } as const;

function whereText({ report, situation }: Stop): string {
  const { at, tid, cpu } = report;
  const instant = `At instant ${count(at.instant)}`;
  if (!situation) return `${instant}, CPU ${cpu} runs thread ${tid}`;
  if (situation.mode === 'idle') return `${instant}, CPU ${cpu} is idle`;
  const of = situation.process === '' ? '' : ` of ${situation.process}`;
  return `${instant}, thread ${tid}${of} is ${MODES[situation.mode]}`;
}

function placeText(report: StopReport): string {
  return report.file === undefined ? routineOf(report) : lineText(report);
}

function lineText({ file, line }: StopReport): string {
  return `${file} line ${line}`;
}

/** `line 42`, if the file was just named; else with file and routine. */
function nextText(report: StopReport, named?: StopReport): string {
  if (report.file === undefined) return routineOf(report);
  if (named?.file === report.file) return `line ${report.line}`;
  return `${lineText(report)}, in ${routineOf(report)}`;
}

/** `MirrorDeviceControl` of `mirror!MirrorDeviceControl+0x30 (driver.c:41)`. */
function routineOf({ place }: StopReport): string {
  return /^(?:[^!\s]+!)?([^+\s]+)/.exec(place)?.[1] ?? place;
}
