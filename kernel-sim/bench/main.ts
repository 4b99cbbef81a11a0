/**
 * `npm run bench [-- vm|compile] [--turns N] [--json]`: what the lab costs, each figure as a ratio to a named yardstick measured in the same run, or as a
 * count that does not depend on the machine it runs on. Judges nothing. `vm` measures only the interpreter; else everything:
 *
 *  - programs of `programs/` against `gcc -O0`, cold and warm (vm.ts)
 *  - one buffered DeviceIoControl: instructions and real microseconds
 *  - start of a run: from built images to the first instruction of the program
 *  - with `compile`: lines compiled in a second, that alone (compile.ts)
 *  - history (history.ts): what recording costs, seeks, steps backwards
 */
import { parseArgs } from 'node:util';
import { compileSpeed, measureUnit } from './compile.ts';
import { history } from './history.ts';
import { built, sourceOf, timed } from './lab.ts';
import { vm } from './vm.ts';

const USAGE = `usage: npm run bench [-- PART] [--turns N] [--json]
  without PART   everything but compile
  vm             the interpreter alone, each program beside gcc -O0; --json prints one object
  compile        lines compiled in a second, cold
  --turns N      how often each program of vm is measured (5)`;

interface Asked {
  readonly part: 'all' | 'vm' | 'compile';
  readonly turns: number;
  readonly json: boolean;
}

/** Undefined if that is no command line of this tool. */
function asked(args: readonly string[]): Asked | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, turns: { type: 'string', default: '5' } },
    });
    const [part = 'all', ...more] = positionals;
    if (more.length > 0 || !/^[1-9]\d{0,3}$/.test(values.turns)) return undefined;
    if (part !== 'all' && part !== 'vm' && part !== 'compile') return undefined;
    if (values.json && part !== 'vm') return undefined;
    return { part, turns: Number(values.turns), json: values.json };
  } catch {
    return undefined;
  }
}

function main(args: readonly string[]): void {
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    console.log(USAGE);
    return;
  }
  const request = asked(args);
  if (!request) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  if (request.part === 'compile') {
    compileSpeed();
    return;
  }
  vm(request.turns, request.json);
  if (request.part === 'vm') return;
  roundTrips();
  for (const millions of [10, 100]) history(sourceOf('history-driver'), sourceOf('history-app'), millions);
}

/** Round trips of one buffered request, by the difference of two runs. */
function roundTrips(): void {
  const driver = sourceOf('echo-driver');
  const app = sourceOf('echo-app');
  const run = (count: number) =>
    timed(
      built({
        drivers: [{ name: 'echo', sources: [{ name: 'echo-driver.c', text: driver }] }],
        apps: [{ name: 'app.exe', sources: [{ name: 'echo-app.c', text: app }] }],
        args: [String(count)],
      }),
    );
  const few = run(100);
  const many = run(2100);
  const instructions = (many.instructions - few.instructions) / 2000;
  console.log(
    `one buffered DeviceIoControl: ${instructions.toFixed(0)} instructions, ${((many.seconds - few.seconds) * 500).toFixed(1)} us`,
  );
  const starts = Array.from({ length: 5 }, startMilliseconds).sort((a, b) => a - b);
  console.log(`start of a run, boot to the program's first output: ${starts[2].toFixed(1)} ms (median of 5)`);
}

function startMilliseconds(): number {
  const lab = built({
    drivers: [],
    apps: [
      {
        name: 'app.exe',
        sources: [{ name: 'app.c', text: '#include <stdio.h>\nint main(void) { puts("x"); return 0; }' }],
      },
    ],
  });
  const from = performance.now();
  lab.start();
  while (!lab.state.end && lab.takeConsole() === '') lab.run(20_000);
  return performance.now() - from;
}

// What a compilation costs is measured in a process of its own, which compiles one unit (compile.ts).
const [part, unit] = process.argv.slice(2);
if (part === 'compile-unit') measureUnit(unit);
else main(process.argv.slice(2));
