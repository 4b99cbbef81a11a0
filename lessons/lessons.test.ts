/** Every lesson is a program under test: what `lab lessons check` would say of it. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lessonNames, loadLesson } from '../kernel-sim/cli/lesson-files.ts';
import { lintLesson } from '../kernel-sim/cli/lesson-lint.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

test.each(lessonNames(ROOT))('%s does what it says', (name) => {
  const { loaded, mistakes } = loadLesson(ROOT, name);
  expect(mistakes).toEqual([]);
  expect(loaded && lintLesson(loaded)).toEqual([]);
});
