/**
 * `lab cc --batch`: one program a line in, one result a line out, in the same order. A program that breaks the lab
 * itself gets exit 125 and its text, and the rest go on.
 */
import { createLab } from '../lab.ts';
import type { BuildReport, RunEnd } from '../protocol/lab-api.ts';
import { UsageError } from './args.ts';
import { buildFiles } from './cc-build.ts';
import { type Program, programConfig } from './cc-config.ts';
import { EXIT } from './exit.ts';
import { readAllOfStdin, readText } from './files.ts';
import { endLines } from './report.ts';
import { runToEnd } from './session.ts';

/** A line of the list; `check` only compiles. */
interface Item extends Program {
  readonly id: string | number;
  readonly files: readonly string[];
  readonly check?: boolean;
}

interface Result {
  readonly id: string | number;
  readonly exit: number;
  readonly stdout: string;
  readonly diagnostics: readonly Pick<
    BuildReport['messages'][number],
    'file' | 'line' | 'col' | 'severity' | 'id' | 'text'
  >[];
  readonly statements: number;
  readonly ms: number;
  /** How the run ended, in words, unless the program simply exited. */
  readonly end?: string;
}

/** Returns the exit code of the command: 0 when every line was worked through, whatever became of the programs. */
export function runBatch(file: string): number {
  const items = readList(file);
  for (const item of items) process.stdout.write(`${JSON.stringify(resultOf(item))}\n`);
  return EXIT.ok;
}

function resultOf(item: Item): Result {
  const start = performance.now();
  let report: BuildReport | undefined;
  let stdout = '';
  let exit: number = EXIT.ok;
  let end = '';
  try {
    const lab = createLab();
    const built = buildFiles(lab, item.files, programConfig(item));
    report = built.report;
    if (!report.ok) exit = EXIT.buildError;
    else if (!item.check && built.driver === undefined) {
      const outcome = runToEnd(lab, {
        console: (text) => {
          stdout += text;
        },
      });
      exit = outcome.end.exitCode;
      end = endText(outcome.end);
    }
  } catch (error) {
    exit = EXIT.internal;
    end = error instanceof UsageError ? error.message : `${(error as Error).stack ?? error}`;
  }
  const diagnostics = (report?.messages ?? []).map(({ file, line, col, severity, id, text }) => ({
    file,
    line,
    col,
    severity,
    id,
    text,
  }));
  const ms = Math.round((performance.now() - start) * 10) / 10;
  const result = { id: item.id, exit, stdout, diagnostics, statements: report?.statements ?? 0, ms };
  return end === '' ? result : { ...result, end };
}

function endText(end: RunEnd): string {
  return endLines(end).join('\n');
}

/** `-` is stdin. Editors may begin a file with a mark of its encoding. */
function readList(file: string): Item[] {
  const text = (file === '-' ? readAllOfStdin() : readText(file, 'a list of programs')).replace(/^\ufeff/, '');
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const item = parseItem(line);
    if (typeof item === 'string') throw new UsageError(`${file === '-' ? 'stdin' : file}:${index + 1}: ${item}`);
    return [item];
  });
}

const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** What each field must be, in words and as a test; all but the first two may be left out. */
const FIELDS: readonly (readonly [keyof Item, string, (value: unknown) => boolean])[] = [
  ['id', 'a text or a number', (value) => isText(value) || typeof value === 'number'],
  ['files', 'a list of file names', (value) => isTexts(value) && (value as string[]).length > 0],
  ['args', 'a list of texts', isTexts],
  ['include', 'a list of directories', isTexts],
  ['define', 'a list of X or X=Y', isTexts],
  ['limit', 'a number of seconds above 0', (value) => typeof value === 'number' && value > 0],
  ['stdin', 'a text', isText],
  ['check', 'true or false', isFlag],
  ['gnu', 'true or false', isFlag],
];

/** A line of the list, or what is wrong with it. */
export function parseItem(line: string): Item | string {
  let item: Record<string, unknown>;
  try {
    item = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return 'this is not JSON';
  }
  if (typeof item !== 'object' || item === null) return 'needs a JSON object with "id" and "files": ["FILE", ...]';
  for (const [name, wanted, holds] of FIELDS) {
    const value = item[name];
    const missing = value === undefined && name !== 'id' && name !== 'files';
    if (!missing && !holds(value)) return `"${name}" needs ${wanted}`;
  }
  return item as unknown as Item;
}
