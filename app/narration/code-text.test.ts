import { expect, test } from 'vitest';
import { RecordedRun } from '../diagrams/shared/testing-run';
import { sampleOf } from '../samples/samples';
import { codeText } from './code-text';

const source = sampleOf('mirror').files['driver.c'];

test('the line that is next, with what the variables that it names hold', () => {
  const run = RecordedRun.ofSample('mirror');
  const { line } = run.move({ kind: 'place', place: { kind: 'line', file: 'driver.c', line: 103 } });
  const locals = run.record({ kind: 'locals', depth: 0 });
  const text = codeText(source, line, locals);
  expect(text).toContain(`The line says: ${source.split('\n')[line - 1]?.trim()}`);
  const next = codeText('f(inputLength, "outputLength");', 1, locals);
  expect(next).toBe('The line says: f(inputLength, "outputLength"); inputLength is 20.');
});

test('a line that is none says nothing', () => {
  expect(codeText(undefined, 3, undefined)).toBe('');
  expect(codeText('a\n\n', 2, undefined)).toBe('');
  expect(codeText('x = 1;', 1, { problem: 'gone' })).toBe('The line says: x = 1;');
});
