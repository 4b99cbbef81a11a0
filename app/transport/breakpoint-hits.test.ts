/** What the timeline knows of hits: the machine's answer takes the place of what was met, and each instant is there once. */
import { expect, test } from 'vitest';
import type { BreakpointInfo } from '../../kernel-sim/protocol/time';
import { withAnswer, withMet } from './breakpoint-hits';

const INFOS: readonly BreakpointInfo[] = [
  { id: 3, spec: { where: { kind: 'line', file: 'driver.c', line: 41 } }, enabled: true, resolved: '' },
  { id: 5, spec: { where: { kind: 'routine', name: 'Add' }, log: 'a is {a}' }, enabled: true, resolved: '' },
];
const stop = (branch: number, instant: number) => ({ at: { branch, instant }, text: '', breakpoints: [3] });

test('a stop is kept once, with the place of its breakpoint', () => {
  const once = withMet([], stop(0, 100), INFOS);
  expect(once).toEqual([{ at: { branch: 0, instant: 100 }, place: 'driver.c:41', text: '', goesOn: false }]);
  expect(withMet(once, stop(0, 100), INFOS)).toBe(once);
  expect(withMet(once, stop(1, 100), INFOS)).toHaveLength(2);
});

test('an answer tells all of its branch up to where it goes', () => {
  const met = [stop(0, 100), stop(0, 900), stop(1, 100)].reduce(
    (known, one) => withMet(known, one, INFOS),
    [] as ReturnType<typeof withMet>,
  );
  const answer = {
    hits: [
      { instant: 90, breakpoint: 5, text: 'a is 2', goesOn: true },
      { instant: 100, breakpoint: 3, text: '', goesOn: false },
    ],
    to: 800,
  };
  const told = withAnswer(met, answer, 0, INFOS);
  expect(told.map(({ at, place }) => [at.branch, at.instant, place])).toEqual([
    [0, 90, 'Add'],
    [0, 100, 'driver.c:41'],
    [0, 900, 'driver.c:41'],
    [1, 100, 'driver.c:41'],
  ]);
  expect(withAnswer(told, { hits: [], to: 1000 }, 0, INFOS).map(({ at }) => at.branch)).toEqual([1]);
});
