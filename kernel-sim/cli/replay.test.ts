import { describe, expect, test } from 'vitest';
import type { Lab, RunEnd } from '../protocol/lab-api.ts';
import { checkReplay } from './replay.ts';

const END: RunEnd = { kind: 'exit', exitCode: 0, status: 0 };

/** A machine of 1,000,000 instants whose state is a function of its instant, or, if broken, of how it was sliced. */
function machine(isBroken: boolean): Lab {
  let instant = 0;
  let slices = 0;
  const state = () => ({ end: instant === 1_000_000 ? END : undefined, instant, time: instant * 10 });
  const lab: Partial<Lab> = {
    start: () => {},
    run(instructions) {
      instant = Math.min(instant + instructions, 1_000_000);
      slices++;
      return state();
    },
    get state() {
      return state();
    },
    takeConsole: () => '',
    takeDebug: () => '',
    takeNotes: () => [],
    takeTrace: () => new Uint32Array(),
    stateHash: () => (isBroken ? String(slices) : 'same'),
    traceDigest: () => 'digest',
    twin: () => machine(isBroken),
  };
  return lab as Lab;
}

function finished(isBroken: boolean): Lab {
  const lab = machine(isBroken);
  lab.run(Number.POSITIVE_INFINITY);
  return lab;
}

describe('checkReplay', () => {
  test('finds machines equal that are', () => {
    expect(checkReplay(finished(false), 50, 7)).toEqual({ checked: 50, equal: 50, difference: undefined });
  });

  test('finds out a machine that depends on its slices', () => {
    const result = checkReplay(finished(true), 50, 7);
    expect(result.equal).toBeLessThan(50);
    expect(result.difference).toMatch(/^at instant \d+ two machines differ: state \d+ trace digest instant \d+ and /);
  });
});
