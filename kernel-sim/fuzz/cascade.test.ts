import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { costsOf, MISTAKE_KINDS, summary } from './cascade.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

function header(name: string): string | undefined {
  const path = new URL(`../guest/include/${name}`, import.meta.url);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

const program = (path: string, profile: 'driver' | 'user' | 'plain') => ({ name: path, text: read(path), profile });

const PROGRAMS = [
  program('../../app/samples/mirror/driver.c', 'driver'),
  program('../../app/samples/mirror/app.c', 'user'),
  ...['crc32', 'list', 'matrix', 'sieve'].map((name) => program(`../bench/programs/${name}.c`, 'plain')),
];

test('one mistake costs one error, near its cause', { timeout: 120_000 }, () => {
  const costs = MISTAKE_KINDS.filter((kind) => kind !== 'no brace').flatMap((kind) =>
    costsOf(kind, PROGRAMS, header, 1, 8),
  );
  const { count, median, p95, near } = summary(costs);
  expect(count).toBeGreaterThan(30);
  expect(median).toBe(1);
  expect(p95).toBeLessThanOrEqual(3);
  expect(near).toBeGreaterThan(0.9);
});

// By itself as well: among the others one kind that got worse would not be seen.
test.each(MISTAKE_KINDS.filter((kind) => kind !== 'no brace'))(
  '%s: one error, near its cause',
  { timeout: 60_000 },
  (kind) => {
    const { count, median, p95, near } = summary(costsOf(kind, PROGRAMS, header, 1, 8));
    expect(count).toBeGreaterThan(1);
    expect(median).toBe(1);
    expect(p95).toBeLessThanOrEqual(3);
    // A name misspelt where it is declared is missed where it is used.
    expect(near).toBeGreaterThan(kind === 'word misspelt' ? 0.5 : 0.7);
  },
);
