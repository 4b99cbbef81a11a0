/** Every lesson is a program under test: what `lab lessons check` would say of it. Its words are those of the glossary and of the workbench. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { termNamed } from '../app/glossary/find.ts';
import { lessonNames, loadLesson } from '../kernel-sim/cli/lesson-files.ts';
import { lintLesson } from '../kernel-sim/cli/lesson-lint.ts';
import { type Lesson, sectionsOf } from './schema.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const NAMES = lessonNames(ROOT);

test.each(NAMES)(
  '%s does what it says',
  (name) => {
    const { loaded, mistakes } = loadLesson(ROOT, name);
    expect(mistakes).toEqual([]);
    expect(loaded && lintLesson(loaded)).toEqual([]);
  },
  240_000,
);

describe.each(NAMES)('words of %s', (name) => {
  const markdown = readFileSync(`${ROOT}${name}/lesson.md`, 'utf8');
  const lesson = JSON.parse(readFileSync(`${ROOT}${name}/lesson.json`, 'utf8')) as Lesson;

  test('what is bold is a term of the glossary', () => {
    const bold = Array.from(markdown.matchAll(/\*\*([^*]+)\*\*/g), ([, text = '']) => text);
    expect(bold.length).toBeGreaterThan(0);
    expect(bold.filter((text) => !termNamed(text))).toEqual([]);
  });

  test('keys that are named belong to the workbench', () => {
    const keys = Array.from(markdown.matchAll(/`((?:(?:Ctrl|Alt|Shift)\+)*(?:F\d+|Enter))`/g), ([, key]) => key);
    const known = ['Ctrl+Enter', 'F6', 'Shift+F6', 'F10', 'F11', 'Shift+F11', 'Alt+F10', 'Alt+F11', 'Alt+Shift+F11'];
    expect(keys.filter((key) => !known.includes(key ?? ''))).toEqual([]);
  });

  test('paragraphs are short, and nothing shouts', () => {
    const paragraphs = sectionsOf(markdown).flatMap((section) => section.markdown.split(/\n\n+/));
    const words = (text: string) => text.split(/\s+/).length;
    expect(paragraphs.filter((text) => !/^(\d\.|-) /.test(text) && words(text) > 65)).toEqual([]);
    expect(JSON.stringify(lesson).concat(markdown)).not.toMatch(/\w!(\s|"|$)/);
  });
});
