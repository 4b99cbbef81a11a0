import { expect, test } from 'vitest';
import type { StopReport } from '../../kernel-sim/protocol/time';
import { RecordedRun } from '../diagrams/shared/testing-run';
import { localChanges, outcomeText, stopText } from './stop-words';

const STEP = { kind: 'step', unit: 'line', how: 'over' } as const;

/** Two stops with what changed between them. */
function between(run: RecordedRun, move: () => StopReport, previous: StopReport) {
  const before = run.record({ kind: 'locals', depth: 0 });
  const report = move();
  const changes = localChanges(run.record({ kind: 'locals', depth: 0 }), before);
  return stopText({ report, previous, situation: undefined, changes });
}

test('a step tells what has run, what that changed, and what is next; back it tells the same backwards', () => {
  const run = RecordedRun.ofSample('mirror');
  const first = run.move({ kind: 'place', place: { kind: 'line', file: 'driver.c', line: 102 } });
  expect(first.line).toBe(102);
  expect(between(run, () => run.move(STEP), first)).toMatch(
    /^driver\.c line 102 has run: inputLength changed from .+ to 20\. Next: line 103\.$/,
  );
  const second = run.move(STEP);
  expect(between(run, () => run.move(STEP, 'back'), second)).toMatch(
    /^Back before driver\.c line 103, in MirrorDeviceControl: outputLength is .+ again\.$/,
  );
});

test('a step into another routine tells where it leads', () => {
  const run = RecordedRun.ofSample('mirror');
  const previous = run.toRoutine('MirrorCreateClose');
  const into = { kind: 'step', unit: 'statement', how: 'into' } as const;
  expect(between(run, () => run.move(into), previous)).toMatch(/^Now in Complete\. Next: driver\.c line \d+\.$/);
});

test('variables of another routine are not compared', () => {
  const run = RecordedRun.ofSample('mirror');
  const report = run.toRoutine('MirrorDeviceControl');
  const before = run.record({ kind: 'locals', depth: 0 });
  run.toRoutine('MirrorText');
  expect(localChanges(run.record({ kind: 'locals', depth: 0 }), before)).toEqual([]);
  expect(localChanges(before, { problem: 'none' })).toEqual([]);
  expect(localChanges(undefined, before)).toEqual([]);
  const sought = stopText({
    report: { ...report, reason: 'sought' },
    previous: undefined,
    situation: undefined,
    changes: [],
  });
  expect(sought).toMatch(
    /^At instant [\d,]+, CPU \d runs thread \d+\. Next: driver\.c line \d+, in MirrorDeviceControl\.$/,
  );
});

test('ends and what prevents a run', () => {
  const end = (run: RecordedRun) =>
    stopText({ report: run.toEnd(), previous: undefined, situation: undefined, changes: [] });
  expect(end(RecordedRun.ofSample('mirror'))).toBe('The run is over: the last program ended with exit code 0.');
  expect(end(RecordedRun.ofSample('null'))).toBe(
    'The machine has stopped with bug check 0x0000003B, SYSTEM_SERVICE_EXCEPTION.',
  );
  expect(outcomeText({ kind: 'build-failed', errors: 2 })).toBe('The build failed with 2 errors.');
  expect(outcomeText(undefined)).toBe('');
});
