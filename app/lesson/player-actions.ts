/** Keys and commands of an open lesson. Registered when the player is loaded. */
import { registerActions } from '../store/actions';
import { useLesson } from '../store/lesson';
import { NO_WORK } from '../store/lesson-progress';
import { helpFor } from './model/hints';
import type { StepOf } from './player';
import { player } from './the-player';

export function registerPlayerActions(): void {
  registerActions([
    {
      id: 'learn.next',
      title: 'Next step of the lesson',
      group: 'Learn',
      keys: ['Alt+PageDown'],
      run: () => player.next(),
      isAvailable: () => player.canGo(1),
    },
    {
      id: 'learn.previous',
      title: 'Previous step of the lesson',
      group: 'Learn',
      keys: ['Alt+PageUp'],
      run: () => player.previous(),
      isAvailable: () => player.canGo(-1),
    },
    {
      id: 'learn.check',
      title: 'Check my files',
      group: 'Learn',
      keys: ['Ctrl+Shift+Enter'],
      words: 'judge test task',
      run: () => {
        const task = currentTask();
        if (task) void player.check(task);
      },
      isAvailable: () => currentTask() !== undefined && useLesson.getState().doing === undefined,
    },
    {
      id: 'learn.hint',
      title: 'Give me a hint',
      group: 'Learn',
      words: 'help solution',
      run: () => {
        const task = currentTask();
        if (task) void player.help(task);
      },
      isAvailable: () => {
        const task = currentTask();
        const { progress, helpSince } = useLesson.getState();
        const work = (task && progress?.work[task.id]) ?? NO_WORK;
        return task !== undefined && helpFor(task.hints, work, Date.now() - helpSince).kind !== 'later';
      },
    },
    {
      id: 'learn.notes',
      title: "Instructor's notes of this lesson",
      group: 'Learn',
      words: 'teacher answers key misconceptions',
      run: () => useLesson.setState({ isTeaching: true }),
      isAvailable: () => useLesson.getState().loaded !== undefined,
    },
    {
      id: 'learn.print',
      title: 'Print this lesson',
      group: 'Learn',
      words: 'paper pdf handout',
      run: () => setTimeout(() => window.print()),
      isAvailable: () => useLesson.getState().loaded !== undefined,
    },
    {
      id: 'learn.reset',
      title: 'Begin the lesson anew',
      group: 'Learn',
      words: 'reset restart',
      run: () => player.reset(),
      isAvailable: () => useLesson.getState().loaded !== undefined,
    },
  ]);
}

function currentTask(): StepOf<'task'> | undefined {
  const { loaded, progress } = useLesson.getState();
  const step = loaded?.lesson.steps.find(({ id }) => id === progress?.step);
  return step?.kind === 'task' ? step : undefined;
}
