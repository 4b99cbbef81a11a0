/**
 * Texts that are legal or nearly so and go to extremes: the compiler comes back with an image or with findings.
 */
import { expect, test } from 'vitest';
import { build } from './index.ts';

function outcome(text: string): string {
  const { image, diagnostics } = build({
    name: 'a.exe',
    kind: 'exe',
    sources: [{ name: 'a.c', text: `${text}\nint main(void) { return 0; }\n` }],
    include: () => undefined,
    defines: [],
    profile: 'gnu',
    libraries: [{ image: 'msvcrt.dll', exports: ['printf'] }],
    entry: 'main',
  });
  return image ? 'image' : [...new Set(diagnostics.list.map(({ id }) => id))].join(' ');
}

test.each<[string, string, string]>([
  ['an index far beyond any array', 'int f(int *p) { return p[300000000000000000]; }', 'image'],
  ['an index far before any array', 'int f(int *p) { return p[-144115188075855873LL]; }', 'image'],
  ['a far address as a value', 'char *f(char *p) { return p + 0x7fffffff; }', 'image'],
  [
    'a format of many parts',
    `int printf(const char *, ...); int f(void) { return printf(${'"%% "\n'.repeat(60_000)}); }`,
    'image',
  ],
  ['a thousand stars', `int ${'*'.repeat(1000)}p;`, 'nesting-too-deep'],
])('%s', (_name, text, expected) => {
  expect(outcome(text)).toBe(expected);
});
