/**
 * `lab cc --batch`: one program a line in, one result a line out, in the same order. A program that breaks the lab
 * itself gets exit 125 and its text, and the rest go on.
 */
import { readFileSync } from 'node:fs';
import { createLab } from '../lab.ts';
import { type BuildReport, DEFAULT_CONFIG, type RunEnd } from '../protocol/lab-api.ts';
import { UsageError } from './args.ts';
import { EXIT } from './exit.ts';
import { appOf, includeResolver } from './files.ts';
import { endLines } from './report.ts';
import { runToEnd } from './session.ts';

/** A line of the list. `limit` is simulated seconds; `check` only compiles. */
interface Item {
  readonly id: string | number;
  readonly files: readonly string[];
  readonly args?: readonly string[];
  readonly include?: readonly string[];
  readonly define?: readonly string[];
  readonly limit?: number;
  readonly stdin?: string;
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
    report = lab.build({
      ...DEFAULT_CONFIG,
      drivers: [],
      apps: [appOf(item.files)],
      args: [...(item.args ?? [])],
      resolveInclude: includeResolver(item.include ?? []),
      defines: [...(item.define ?? [])],
      dialect: 'plain',
      limitNs: item.limit === undefined ? DEFAULT_CONFIG.limitNs : item.limit * 1e9,
      stdin: item.stdin ?? '',
    });
    if (!report.ok) exit = EXIT.buildError;
    else if (!item.check) {
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

function readList(file: string): Item[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`--batch ${file}: no such file`);
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const item = parseItem(line);
    if (!item) throw new UsageError(`${file}:${index + 1}: needs a JSON object with "id" and "files": ["FILE", ...]`);
    return [item];
  });
}

function parseItem(line: string): Item | undefined {
  try {
    const item = JSON.parse(line) as Partial<Item>;
    const hasId = typeof item.id === 'string' || typeof item.id === 'number';
    return hasId && Array.isArray(item.files) && item.files.length > 0 ? (item as Item) : undefined;
  } catch {
    return undefined;
  }
}
