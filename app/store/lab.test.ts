import { expect, test } from 'vitest';
import { appended } from './lab';

test('output text grows, and drops whole lines from its beginning when it is too long', () => {
  const short = appended({ text: 'a\n', dropped: 0 }, 'b');
  expect(short).toEqual({ text: 'a\nb', dropped: 0 });

  const lines = Array.from({ length: 30_000 }, (_, i) => `line ${i}\n`).join('');
  const long = appended(short, lines);
  expect(long.text.length).toBeLessThanOrEqual(100_000);
  expect(long.text).toMatch(/^line \d+\n/);
  expect(long.text.length + long.dropped).toBe('a\nb'.length + lines.length);
});

test('output text without any line end is cut, too', () => {
  const long = appended({ text: '', dropped: 0 }, 'x'.repeat(300_000));
  expect(long).toEqual({ text: 'x'.repeat(100_000), dropped: 200_000 });
});
