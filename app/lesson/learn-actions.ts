/** Commands of the left place that are there without a lesson: each lesson, the start page, the tour. */
import { COURSE } from '../../lessons/course';
import { registerActions } from '../store/actions';
import { showDialog, toggleFolded, useLayout } from '../store/layout';
import { openLesson, useLesson } from '../store/lesson';
import { setLock } from '../store/lesson-gate';

export function registerLearnActions(): void {
  registerActions([
    ...COURSE.map(({ id, title, module, minutes }) => ({
      id: `learn.lesson.${id}`,
      title: `Lesson: ${title}`,
      group: 'Learn' as const,
      words: `${module} ${minutes} minutes course start`,
      run: () => show(id),
    })),
    {
      id: 'learn.start-page',
      title: 'Start page',
      group: 'Learn',
      words: 'course home samples exit lesson',
      run: () => show(undefined),
    },
    {
      id: 'learn.tour',
      title: 'Take the tour',
      group: 'Help',
      words: 'introduction guide help',
      run: () => showDialog('tour'),
    },
  ]);
}

function show(id: string | undefined): void {
  if (useLayout.getState().folded.left) toggleFolded('left');
  if (useLesson.getState().id === id) return;
  setLock(undefined);
  openLesson(id);
}
