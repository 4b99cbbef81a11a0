/**
 * `lab lessons check [ID...]`: every mistake of the lessons, in plain text on stdout; exit code 1 if there is one.
 */
import { parseCommandLine, UsageError } from './args.ts';
import { EXIT } from './exit.ts';
import { LESSONS } from './help.ts';
import { lessonNames, loadLesson } from './lesson-files.ts';
import { lintLesson } from './lesson-lint.ts';

const OPTIONS = { '--root': 'value', '--help': 'flag' } as const;

/** Returns the exit code of the command. */
export function lessonsCommand(args: readonly string[]): number {
  const { options, free } = parseCommandLine(args, OPTIONS);
  if (options['--help']) {
    process.stdout.write(LESSONS);
    return EXIT.ok;
  }
  const [action, ...ids] = free;
  if (action !== 'check') throw new UsageError(`lessons needs what to do: check${action ? `, not ${action}` : ''}`);
  const root = options['--root'] ?? 'lessons';
  const all = lessonNames(root);
  const unknown = ids.find((id) => !all.includes(id));
  if (unknown !== undefined) throw new UsageError(`there is no lesson ${unknown}; there are: ${all.join(', ')}`);
  const wrong = (ids.length > 0 ? ids : all).filter((name) => !check(root, name));
  return wrong.length === 0 ? EXIT.ok : EXIT.lessonWrong;
}

/** Prints what is wrong with one lesson; true if nothing is. */
function check(root: string, name: string): boolean {
  const { loaded, mistakes } = loadLesson(root, name);
  const problems = loaded ? lintLesson(loaded) : mistakes.map(({ place, message }) => `${place}: ${message}`);
  const count = `${problems.length} ${problems.length === 1 ? 'mistake' : 'mistakes'}`;
  const lines = [
    problems.length === 0 ? `${name}: ok` : `${name}: ${count}`,
    ...problems.map((problem) => `  ${problem}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return problems.length === 0;
}
