import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OutputLog } from './output.ts';

/** The bytes of a text as the guest writes them, one character each. */
function guestBytes(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

function consoleAt(log: OutputLog, instant: number): string {
  return log.console.slice(0, log.lengths(instant).console);
}

test('shows at every instant what had been printed before it', () => {
  const log = new OutputLog(undefined, 0);
  log.append(10, 'console', ['one ']);
  log.append(10, 'console', ['two ']);
  log.append(30, 'console', ['three']);
  log.append(20, 'note', ['a note']);
  log.append(25, 'dbg', ['text']);
  log.append(26, 'irql', [0, 2]);
  expect([10, 11, 30, 31].map((instant) => consoleAt(log, instant))).toEqual([
    '',
    'one two ',
    'one two ',
    'one two three',
  ]);
  expect([20, 21].map((instant) => log.notes.slice(0, log.lengths(instant).notes))).toEqual([[], ['a note']]);
  expect(log.lengths(99)).toEqual({ console: 13, debug: 4, notes: 1 });
});

test('a branch has what its parent printed before the fork, down to half a character', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', 'é', '€', '😀'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, fc.nat(40), fc.nat(3), (first, second, at, size) => {
      const write = (log: OutputLog, from: number, bytes: string) => {
        let instant = from;
        for (let i = 0; i < bytes.length; i += size + 1)
          log.append(instant++, 'console', [bytes.slice(i, i + size + 1)]);
        return instant;
      };
      const bytes = guestBytes(first);
      const root = new OutputLog(undefined, 0);
      const end = write(root, 0, bytes);
      const fork = Math.min(at, end);
      const child = new OutputLog(root, fork);
      const before = bytes.slice(0, fork * (size + 1));
      write(child, fork, guestBytes(second));
      const decoded = new TextDecoder().decode(
        Uint8Array.from(before + guestBytes(second), (character) => character.charCodeAt(0)),
        { stream: true },
      );
      expect(consoleAt(child, 1000)).toBe(decoded);
      for (let i = 0; i <= fork; i++) expect(consoleAt(child, i)).toBe(consoleAt(root, i));
      const grandchild = new OutputLog(child, fork);
      expect(consoleAt(grandchild, 1000)).toBe(consoleAt(root, fork));
    }),
  );
});

test('any part of a long text is there', () => {
  const log = new OutputLog(undefined, 0);
  let all = '';
  for (let i = 0; i < 40_000; i++) {
    log.append(i, 'console', [`line ${i}\n`]);
    all += `line ${i}\n`;
  }
  const { console } = log.lengths(40_000);
  expect(console).toBe(all.length);
  for (const [from, to] of [
    [0, all.length],
    [65_530, 65_560],
    [100_000, 300_000],
    [all.length - 3, all.length],
    [5, 5],
  ]) {
    expect(log.console.slice(from, to)).toBe(all.slice(from, to));
  }
  const child = new OutputLog(log, 20_000);
  child.append(20_000, 'console', ['other\n']);
  expect(consoleAt(child, 20_001)).toBe(`${consoleAt(log, 20_000)}other\n`);
});
