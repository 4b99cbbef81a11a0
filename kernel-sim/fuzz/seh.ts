/**
 * Random programs of structured exception handling, run by the lab as Windows programs and as drivers and held against a model of the rules. With clang, mingw and
 * Wine at hand nothing more is asked of them: clang gets handlers' codes, faults in the same function and jumps out of __finally wrong.
 */
import { createLab } from '../lab.ts';
import { DEFAULT_CONFIG, type LabConfig } from '../protocol/lab-api.ts';
import { Dice, type Kind, type Outcome } from './kind.ts';
import { printed } from './seh-model.ts';
import { randomFunctions, type Stmt, textOf } from './seh-program.ts';

const INSTRUCTIONS = 100e6;

/** What the lab prints, and how the run ended if not with exit code 0. */
function inLab(text: string, driver: boolean): { lines: string[]; failed: string | undefined } {
  const config: LabConfig = {
    ...DEFAULT_CONFIG,
    drivers: driver ? [{ name: 'a', sources: [{ name: 'a.c', text }] }] : [],
    apps: driver ? [] : [{ name: 'a.exe', sources: [{ name: 'a.c', text }] }],
    limitNs: Number.POSITIVE_INFINITY,
    limitInstructions: INSTRUCTIONS,
  };
  const lab = createLab();
  const { ok, messages } = lab.build(config);
  if (!ok) {
    const first = messages.find(({ severity }) => severity === 'error');
    return { lines: [], failed: `it is refused: line ${first?.line}: ${first?.text}` };
  }
  lab.start();
  let stdout = '';
  for (;;) {
    const { end } = lab.run(2_000_000);
    stdout += driver ? lab.takeDebug() : lab.takeConsole();
    if (!end) continue;
    const lines = stdout.split('\n').filter((line) => line !== '');
    return {
      lines,
      failed: end.kind === 'exit' && end.exitCode === 0 ? undefined : `the run ended with '${end.kind}'`,
    };
  }
}

function disagreement(functions: readonly (readonly Stmt[])[], driver: boolean): string | undefined {
  const wanted = printed(functions);
  if (!wanted) return undefined;
  const { lines, failed } = inLab(textOf(functions, driver), driver);
  const at = wanted.findIndex((line, i) => line !== lines[i]);
  if (at >= 0)
    return `line ${at + 1} of the output is ${lines[at] ?? 'missing'} instead of ${wanted[at]}${failed ? `; ${failed}` : ''}`;
  return lines.length > wanted.length ? `it prints more than ${wanted.length} lines` : failed;
}

/** The statements of each list in turn are left out while the program still disagrees. */
function smaller(functions: Stmt[][], driver: boolean): Stmt[][] {
  const lists = (s: Stmt): Stmt[][] => {
    const own = 'then' in s ? [s.then] : 'body' in s ? ('handler' in s ? [s.body, s.handler] : [s.body]) : [];
    return own.flatMap((list) => [list, ...list.flatMap(lists)]);
  };
  for (let again = true; again; ) {
    again = false;
    for (const list of functions.flatMap((body) => [body, ...body.flatMap(lists)])) {
      for (let i = list.length - 1; i >= 0; i--) {
        const [removed] = list.splice(i, 1);
        if (disagreement(functions, driver) !== undefined) again = true;
        else list.splice(i, 0, removed);
      }
    }
  }
  return functions;
}

export const sehKind: Kind = {
  missing: () => undefined,
  try(seed): Outcome {
    const functions = randomFunctions(new Dice(seed));
    if (!printed(functions)) return { kind: 'skipped', why: 'too long' };
    const driver = seed % 2 === 0;
    if (disagreement(functions, driver) === undefined) return { kind: 'ok' };
    const program = smaller(functions, driver);
    return {
      kind: 'wrong',
      what: disagreement(program, driver) ?? '',
      program: textOf(program, driver),
      stillWrong: () => false,
    };
  },
};
