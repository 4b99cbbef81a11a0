/**
 * `npm run bench [-- vm] [--turns N] [--json]`: what the lab costs, each figure as a ratio to a named yardstick measured in the same run, or as a
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

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, turns: { type: 'string', default: '5' } },
  });
  const turns = Number(values.turns);
  const isVm = positionals[0] === 'vm';
  if (positionals.length > (isVm ? 1 : 0) || !(turns >= 1) || (values.json && !isVm)) {
    console.error('usage: npm run bench [-- vm [--json]] [--turns N]');
    process.exitCode = 2;
    return;
  }
  vm(turns, values.json);
  if (isVm) return;
  request();
  for (const millions of [10, 100]) history(sourceOf('history-driver'), sourceOf('history-app'), millions);
}

/** Round trips of one buffered request, by the difference of two runs. */
function request(): void {
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

const [part, unit] = process.argv.slice(2);
if (part === 'compile') compileSpeed();
else if (part === 'compile-unit') measureUnit(unit);
else main();
