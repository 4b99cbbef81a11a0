import { describe, expect, test } from 'vitest';
import { namedFiles, parseCommandLine, positiveNumber, UsageError, wholeNumber } from './args.ts';

const TABLE = { '--app': 'list', '--cpus': 'value', '--json': 'flag', '-I': 'list' } as const;

describe('parseCommandLine', () => {
  test('takes values apart or attached, and leaves what follows -- alone', () => {
    const parsed = parseCommandLine(
      ['--app', 'a.c', '-Iinc', '--app=b.c,c.c', '-I', 'more', '--json', 'free', '--', '--cpus'],
      TABLE,
    );
    expect(parsed.options).toEqual({
      '--app': ['a.c', 'b.c,c.c'],
      '--cpus': undefined,
      '--json': true,
      '-I': ['inc', 'more'],
    });
    expect(parsed.free).toEqual(['free']);
    expect(parsed.rest).toEqual(['--cpus']);
  });

  test.each([
    [['--cpu', '2'], 'unknown option --cpu (did you mean --cpus?)'],
    [['--cpus'], 'option --cpus needs a value'],
    [['--cpus='], 'option --cpus needs a value'],
    [['--json=yes'], 'option --json takes no value'],
    [['-x'], 'unknown option -x'],
  ])('%j is refused in plain words', (args, message) => {
    expect(() => parseCommandLine(args, TABLE)).toThrow(new UsageError(message));
  });
});

test('numbers keep to their bounds', () => {
  expect(wholeNumber('--seed', '0x10', { min: 0, max: 99 }, 1)).toBe(16);
  expect(wholeNumber('--seed', undefined, { min: 0, max: 99 }, 1)).toBe(1);
  expect(() => wholeNumber('--cpus', '9', { min: 1, max: 8 }, 1)).toThrow("a whole number from 1 to 8, not '9'");
  expect(positiveNumber('--limit', '0.5', 60)).toBe(0.5);
  expect(() => positiveNumber('--limit', '-1', 60)).toThrow('--limit needs a number above 0');
});

test('a named list of files has both parts', () => {
  expect(namedFiles('--driver', 'Thermo=a.c,b.c')).toEqual({ name: 'Thermo', files: ['a.c', 'b.c'] });
  expect(() => namedFiles('--driver', 'a.c')).toThrow("--driver needs NAME=FILE[,FILE...], not 'a.c'");
});
