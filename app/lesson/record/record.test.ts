/** The record that a learner hands in: of every lesson with every wrong answer, and in words. */
import { describe, expect, test } from 'vitest';
import { COURSE } from '../../../lessons/course';
import { loadLesson, loadNotes } from '../../../lessons/index';
import { begin, type LessonProgress } from '../../store/lesson-progress';
import { markdownOf, recordOf } from './record';

const WHEN = new Date(Date.UTC(2026, 0, 2, 3, 4));

describe.each(COURSE.map(({ id }) => id))('%s', (id) => {
  test('every wrong answer is in the record under the name of what it mistakes, with an explanation of its own', async () => {
    const loaded = await loadLesson(id);
    const asks = loaded.lesson.steps.filter((step) => step.kind === 'predict' || step.kind === 'transfer');
    expect(asks.length).toBeGreaterThan(0);
    for (const { id: step, options } of asks) {
      expect(new Set(options.map(({ feedback }) => feedback)).size).toBe(options.length);
      const result = options.find(({ correct }) => correct)?.value ?? null;
      options.forEach((option, i) => {
        const given = { option: i, confidence: 'sure', result } as const;
        const misconception = option.correct ? {} : { misconception: option.misconception ?? '' };
        const progress: LessonProgress = { ...begin(step), answers: { [step]: { ...given, ...misconception } } };
        const record = recordOf({ loaded, progress, name: '', seed: 1, files: {}, madeAt: WHEN });
        const entry = record.predictions.find((one) => one.step === step);
        expect(entry).toMatchObject({ answer: option.text, isRight: option.correct === true });
        if (!option.correct) expect(markdownOf(record)).toContain(`- Misconception: ${option.misconception}`);
      });
    }
  });

  test('has notes for the instructor on the whole and on each question', async () => {
    const [{ lesson }, notes] = await Promise.all([loadLesson(id), loadNotes(id)]);
    const noted = notes.map((one) => one.id);
    expect(noted[0]).toBe('lesson');
    for (const step of lesson.steps.filter(({ kind }) => kind === 'predict')) expect(noted).toContain(step.id);
  });
});

test('a record holds what is needed to run it again, and what help was had', async () => {
  const loaded = await loadLesson('first-contact');
  const progress: LessonProgress = {
    ...begin('repair'),
    seconds: 630,
    done: ['meet', 'repair'],
    passed: ['loads'],
    answers: { guess: { option: 1, confidence: 'unsure' } },
    work: { repair: { attempts: 3, hints: 2, attemptsAtHint: 2, solutionShown: true } },
    explained: { why: { text: 'Two\nlines', option: 1, compared: true } },
  };
  const files = { 'driver.c': 'int x;\n' };
  const record = recordOf({ loaded, progress, name: ' Ada ', seed: 2, files, madeAt: WHEN });
  expect(record).toMatchObject({ name: 'Ada', minutes: 11, steps: { done: 2, all: 10 }, run: { seed: 2, files } });
  expect(record.predictions[0]).not.toHaveProperty('isRight');
  const text = markdownOf(record);
  expect(text).toContain('- The run: has not decided yet');
  expect(text).toContain('- Help: 2 hints, a solution was read');
  expect(text).toContain('- [x] The driver builds and loads\n- [ ] The program receives the whole greeting');
  expect(text).toContain('- Misconception: bytes-are-text\n\n> Two\n> lines');
  expect(text).toContain('### driver.c\n\n~~~~c\nint x;\n~~~~');
});
