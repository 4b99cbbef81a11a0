/** First arrivals at lines, against looking at every state. */
import { describe, expect, test } from 'vitest';
import { finish } from '../../base/task.ts';
import { appWith, driverWith, timelineOf } from '../../lab-testing.ts';
import { CodeMap, Slot } from '../stops/code-map.ts';
import { rowAt } from '../symbols.ts';
import { LineCoverage } from './lines-run.ts';

const PARTS = {
  driver: driverWith(`if (In > 100) { DbgPrint("never"); }
    return Complete(Irp, STATUS_SUCCESS, 0);`),
  app: appWith(`for (int i = 0; i < 3; i++) {
      DeviceIoControl(h, IOCTL_LAB(1), 0, 0, 0, 0, &got, 0);
      if (i == 1)
        got = 7;
      if (i == 9)
        got = 9;
    }`),
};
const FILES = ['app.c', 'lab.c'];
const END = { branch: 0, instant: Number.MAX_SAFE_INTEGER };

function recorded() {
  const { timeline } = timelineOf(PARTS);
  timeline.main.run(END.instant);
  return { timeline, cursor: timeline.newCursor() };
}

/** Every line of every file, by single steps; `from`, `to`: between which states. */
function bruteForce(timeline: ReturnType<typeof recorded>['timeline'], to: number) {
  const cursor = timeline.newCursor();
  const k = cursor.kernel;
  const first = new Map<string, number>();
  const code = new CodeMap(k);
  // Coming back to an instruction from an interrupt is no arrival, but then it was arrived at before.
  for (let instant = 1; instant <= to; instant++) {
    cursor.run(instant);
    const { cpu } = k;
    if (instant % 64 === 1) code.forget();
    const mapped = code.at(cpu.ip, cpu);
    if (!mapped || (code.slotAt(cpu.ip, cpu) & Slot.STATEMENT) === 0) continue;
    const row = rowAt(mapped.image, cpu.ip - mapped.base);
    const key = row && `${mapped.image.debug.files[row.file].name}:${row.line}`;
    if (key !== undefined && !first.has(key)) first.set(key, instant);
  }
  return first;
}

describe('lines reached', () => {
  const { timeline, cursor } = recorded();
  const { head } = timeline.branch(0);
  const truth = bruteForce(timeline, head);
  const files = [...new Set([...truth.keys()].map((key) => key.slice(0, key.lastIndexOf(':'))))];

  test.each(files)('of %s, when first', (file) => {
    const { lines, first } = finish(new LineCoverage().of(timeline, cursor, 0, file));
    const told = new Map(Array.from(lines, (line, i) => [`${file}:${line}`, first[i]]));
    const reached = [...told].filter(([, state]) => !Number.isNaN(state));
    const known = [...truth].filter(([key]) => key.startsWith(`${file}:`));
    expect(reached.sort()).toEqual(known.sort());
    expect([...lines]).toEqual([...lines].sort((a, b) => a - b));
  });

  test('what is not reached has no state; a line without code is not told', () => {
    const { lines, first } = finish(new LineCoverage().of(timeline, cursor, 0, 'app.c'));
    const text = PARTS.app.split('\n');
    const lineOf = (words: string) => text.findIndex((line) => line.includes(words)) + 1;
    expect(first[lines.indexOf(lineOf('got = 9'))]).toBeNaN();
    expect(first[lines.indexOf(lineOf('got = 7'))]).toBeGreaterThan(0);
    expect(lines.includes(lineOf('#include <windows.h>'))).toBe(false);
  });

  test('of a file that is none', () => {
    expect(() => new LineCoverage().of(timeline, cursor, 0, 'other.c')).toThrow('there is no source file other.c');
  });

  test('are the same in slices, given up on the way, and asked again', () => {
    const whole = finish(new LineCoverage().of(timeline, cursor, 0, 'lab.c'));
    const coverage = new LineCoverage();
    const task = coverage.of(timeline, cursor, 0, 'lab.c');
    for (let i = 0; i < 10 && !task.step(1000); i++);
    finish(timeline.seek(cursor, { branch: 0, instant: 77 }));
    expect(finish(coverage.of(timeline, cursor, 0, 'lab.c'), 3000)).toEqual(whole);
    // Nothing is left to be replayed.
    expect(coverage.of(timeline, cursor, 0, 'app.c').step(1)).toBe(true);
  });
});

test('a branch that grows, and one that forks, are the same as looked at at once', () => {
  const { timeline } = timelineOf(PARTS);
  const cursor = timeline.newCursor();
  const coverage = new LineCoverage();
  let branch = 0;
  for (let to = 20_000, isOver = false; !isOver; to += 20_000) {
    isOver = timeline.main.run(to) === 'end';
    for (const file of FILES) {
      const grown = finish(coverage.of(timeline, cursor, branch, file));
      expect(grown).toEqual(finish(new LineCoverage().of(timeline, cursor, branch, file)));
    }
    if (to === 60_000) {
      finish(timeline.seek(timeline.main, { branch: 0, instant: 50_000 }));
      branch = timeline.knob({ name: 'seed', value: 8 });
      expect(branch).toBe(1);
    }
  }
});
