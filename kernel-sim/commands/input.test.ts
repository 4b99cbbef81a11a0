import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CommandError, commandAt, commandsOf, Input, numberOf, textOf } from './input.ts';

function split(line: string): [string, string][] {
  return commandsOf(line).map(({ name, rest }) => [name.text, rest.text.trim()]);
}

function inputOf(line: string): Input {
  const [command] = commandsOf(line);
  if (!command) throw new Error(`no command in ${line}`);
  return new Input(line, command);
}

describe('a line', () => {
  test.each<[string, [string, string][]]>([
    ['', []],
    ['  ', []],
    ['g', [['g', '']]],
    [
      '  p 5 ; t- ',
      [
        ['p', '5'],
        ['t-', ''],
      ],
    ],
    ['p-3', [['p-', '3']]],
    ['!last-write &g_Count 4', [['!last-write', '&g_Count 4']]],
    ['??Irp->Flags', [['??', 'Irp->Flags']]],
    ['? 1+2', [['?', '1+2']]],
    ['~1s', [['~', '1s']]],
    ['~', [['~', '']]],
    ['l-t', [['l-t', '']]],
    ['.frame 2', [['.frame', '2']]],
    ['bp Control "a == \';\' ; b"', [['bp', 'Control "a == \';\' ; b"']]],
    [
      ".echo don't; k",
      [
        ['.echo', "don't"],
        ['k', ''],
      ],
    ],
    ['* a comment; with a semicolon', []],
    ['k; * a comment; g', [['k', '']]],
    ['$$ a comment', []],
    [
      'bp `driver.c:41`; g',
      [
        ['bp', '`driver.c:41`'],
        ['g', ''],
      ],
    ],
    [';;k;', [['k', '']]],
  ])('%j', (line, commands) => {
    expect(split(line)).toEqual(commands);
  });

  test('keeps where each piece stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        for (const { name, rest } of commandsOf(line)) {
          expect(line.slice(name.start, name.end)).toBe(name.text);
          expect(line.slice(rest.start, rest.end)).toBe(rest.text);
          expect(name.end).toBe(rest.start);
        }
      }),
    );
  });

  test('has a command at every position', () => {
    expect(commandAt('p; bp Con', 9)).toMatchObject({ name: { text: 'bp' }, rest: { start: 5, end: 9 } });
    expect(commandAt('p; ', 3)).toMatchObject({ name: { text: '', start: 3 } });
    expect(commandAt('p; t', 1)).toMatchObject({ name: { text: 'p' } });
  });
});

describe('arguments', () => {
  test('are read from left to right', () => {
    const input = inputOf('bp thermo!Control + 8 /w "Code == 3" /t 12');
    expect(input.until(/^\/\w/).text).toBe('thermo!Control + 8');
    expect(input.word()?.text).toBe('/w');
    expect(textOf(input.needWord('a text'))).toBe('Code == 3');
    expect(input.take(/^\d/)).toBeUndefined();
    expect(input.take(/^\/t$/)?.text).toBe('/t');
    expect(input.count('a number')).toBe(12);
    expect(input.isEmpty).toBe(true);
    input.done();
  });

  test('an expression ends at a blank outside of brackets and strings', () => {
    const input = inputOf('x (a + b[1 + 2]) &c "d e"');
    expect([1, 2, 3].map(() => input.expression('x').text)).toEqual(['(a + b[1 + 2])', '&c', '"d e"']);
  });

  test('a string stops an expression that is asked to', () => {
    const input = inputOf('bp Control "a b"');
    expect(input.until(undefined, true).text).toBe('Control');
    expect(textOf(input.rest())).toBe('a b');
  });

  test.each([
    ['"a\\nb\\x41\\"\\\\"', 'a\nbA"\\'],
    ['"\\q"', '\\q'],
    ['plain', 'plain'],
  ])('the text %s', (text, value) => {
    expect(textOf({ text, start: 0, end: text.length })).toBe(value);
  });

  test.each([
    ['0x1F', 31],
    ['1_000', 1000],
    ['7', 7],
  ])('the number %s', (text, value) => {
    expect(numberOf({ text, start: 0, end: 1 }, 'x', 0, 5000)).toBe(value);
  });

  test.each(['', '-1', '1e9', '99999999999999999999', '0x', 'ten', '5001'])('%j is no such number', (text) => {
    const piece = { text, start: 3, end: 3 + text.length };
    expect(() => numberOf(piece, 'a count', 0, 5000)).toThrow(
      `a count is a whole number from 0 to 5000, not '${text}'`,
    );
  });

  test('what is missing or too much is pointed at', () => {
    const mistake = (read: () => unknown) => {
      try {
        read();
      } catch (error) {
        if (error instanceof CommandError) return [error.message, error.span];
        throw error;
      }
      return undefined;
    };
    const short = inputOf('k; .frame');
    expect(mistake(() => short.done())).toBeUndefined();
    const line = 'k; .frame';
    const [, second] = commandsOf(line);
    const frame = new Input(line, second as NonNullable<typeof second>);
    expect(mistake(() => frame.needWord('a number'))).toEqual([
      '.frame needs a number; see .help .frame',
      { start: 9, end: 9 },
    ]);
    expect(mistake(() => inputOf('g- now then').done())).toEqual([
      "g- does not take 'now then'; see .help g-",
      { start: 3, end: 11 },
    ]);
  });
});
