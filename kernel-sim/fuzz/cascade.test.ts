import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { costsOf, errorsOf, MISTAKE_KINDS, summary } from './cascade.ts';

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

// Each kind by itself: among the others one that got worse would not be seen.
test.each(MISTAKE_KINDS)('%s: one error, near its cause', { timeout: 60_000 }, (kind) => {
  const { count, median, p95, near } = summary(costsOf(kind, PROGRAMS, header, 2, 16));
  expect(count).toBeGreaterThan(1);
  expect(median).toBe(1);
  expect(p95).toBeLessThanOrEqual(2);
  // What is declared by another name or as a pointer to a pointer is wrong where it is used.
  expect(near).toBeGreaterThan(/^(word misspelt|operator twice)$/.test(kind) ? 0.7 : 0.9);
});

const source = (text: string): string => text.replace(/^\n/, '');

test.each<[string, string, string[]]>([
  [
    'a block inside a function lacks its }',
    `
int f(int a)
{
    while (a > 3) {
        a--;
    return a;
}

int main(void)
{
    return f(1) + nothing;
}`,
    ['4 expected-brace', '10 undeclared-identifier'],
  ],
  [
    'a function lacks its }',
    `
int f(int a)
{
    return a;

int main(void)
{
    return f(1) + nothing;
}`,
    ['3 expected-brace', '7 undeclared-identifier'],
  ],
  [
    'a block lacks its {',
    `
int f(int a)
{
    if (a > 3)
        a--;
        a--;
    }
    return a + nothing;
}`,
    ['3 expected-brace', '7 undeclared-identifier'],
  ],
  [
    'a struct lacks its {',
    `
struct point
    int x;
    int y;
};
int f(struct point p) { return p.x + nothing; }`,
    ['1 expected-brace', '5 undeclared-identifier'],
  ],
  [
    'a } too many ends the function',
    `
int f(int a)
{
    if (a > 3) {
        a--;
    }}
    while (a) {
        a--;
    }
    return a + nothing;
}`,
    ['5 unexpected-brace', '9 undeclared-identifier'],
  ],
  [
    'a list lacks its }',
    `
int a[2] = { 1, 2;
enum color { RED, GREEN ;
int f(void) { return a[0] + RED + nothing; }`,
    ['1 expected-comma', '2 expected-comma', '3 undeclared-identifier'],
  ],
  [
    'a switch with its cases at its own column lacks its }',
    `
int f(int a)
{
    switch (a) {
    case 1:
        return 2;
    default:
        break;
    return a;
}

int g(void) { return nothing; }`,
    ['7 expected-brace', '11 undeclared-identifier'],
  ],
  [
    'nothing is indented: the next function shows it',
    `
int f(int a)
{
if (a) {
return a;
}
int main(void) { return f(1); }`,
    ['6 expected-brace'],
  ],
])('%s', (_, text, expected) => {
  expect(errorsOf(source(text), 'plain', header)).toEqual(expected);
});
