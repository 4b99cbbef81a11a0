/**
 * The rules of the design that only a whole run can show: state is bytes (1), everything is deterministic (4), a second machine comes to the
 * same instants (5), and trashed kernel memory ends in a bug check or in nothing, never in an error of the lab (9).
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { nextRandom, seedRandom } from './base/random.ts';
import { createLab, type RingZeroLab } from './lab.ts';
import { BUSY_APP, BUSY_DRIVER } from './lab-testing.ts';
import { PAGE } from './machine/layout.ts';
import { DEFAULT_CONFIG, type LabConfig } from './protocol/lab-api.ts';

const CONFIG: LabConfig = {
  ...DEFAULT_CONFIG,
  drivers: [{ name: 'lab', sources: [{ name: 'lab.c', text: BUSY_DRIVER }] }],
  apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text: BUSY_APP }] }],
};

function build(config: Partial<LabConfig> = {}): RingZeroLab {
  const lab = createLab();
  const report = lab.build({ ...CONFIG, ...config });
  expect(report.messages.filter((m) => m.severity === 'error')).toEqual([]);
  return lab;
}

function runTo(lab: RingZeroLab, instant: number, slice = Number.POSITIVE_INFINITY): void {
  while (!lab.state.end && lab.state.instant < instant) lab.run(Math.min(slice, instant - lab.state.instant));
}

/** Numbers from a seed, for choosing instants and bytes. */
function random(seed: number): (below: number) => number {
  const words = new Int32Array(4);
  seedRandom(words, 0, seed);
  return (below) => Math.floor(((nextRandom(words, 0) >>> 0) / 4294967296) * below);
}

/** Physical addresses of the pages that are not all zeros. */
function pagesInUse(ram: Uint8Array): number[] {
  const words = new Int32Array(ram.buffer, ram.byteOffset, ram.length / 4);
  const pages: number[] = [];
  for (let page = 0; page < ram.length; page += PAGE) {
    for (let i = page / 4; i < (page + PAGE) / 4; i++) {
      if (words[i] === 0) continue;
      pages.push(page);
      break;
    }
  }
  return pages;
}

let base: RingZeroLab;
let last: number;
let finalHash: string;
let finalDigest: string;

beforeAll(() => {
  base = build();
  base.start();
  runTo(base, Number.MAX_SAFE_INTEGER);
  last = base.state.instant;
  finalHash = base.stateHash();
  finalDigest = base.traceDigest();
});

test('the scenario itself runs as it should', () => {
  expect(base.takeConsole()).toBe('pending 997\ncounted 11\n');
  expect(base.state.end).toEqual({ kind: 'exit', exitCode: 11, status: 11 });
});

describe('rule 1: state is bytes', () => {
  test('a fresh lab that gets only the bytes goes on to the same bytes, from any instant', () => {
    const pick = random(1);
    for (let i = 0; i < 6; i++) {
      const first = base.twin();
      first.start();
      runTo(first, pick(last));
      const second = base.twin();
      second.transplant(first.kernel.machine.save());
      for (const more of [1, 777, 50_000]) {
        const target = first.state.instant + more;
        runTo(first, target);
        runTo(second, target);
        expect(second.stateHash()).toBe(first.stateHash());
      }
      runTo(second, Number.MAX_SAFE_INTEGER);
      expect(second.stateHash()).toBe(finalHash);
      expect(second.state.end).toEqual(base.state.end);
    }
  });
});

describe('rules 4 and 5: the same everywhere, at every instant', () => {
  test('two machines run from boot, sliced differently, agree at seeded instants and at the end', () => {
    const pick = random(2);
    const smooth = base.twin();
    const choppy = base.twin();
    smooth.start();
    choppy.start();
    const instants = Array.from({ length: 40 }, () => pick(last)).sort((a, b) => a - b);
    for (const instant of instants) {
      runTo(smooth, instant);
      runTo(choppy, instant, 9973);
      expect(choppy.stateHash()).toBe(smooth.stateHash());
      expect(choppy.traceDigest()).toBe(smooth.traceDigest());
    }
    runTo(smooth, Number.MAX_SAFE_INTEGER);
    runTo(choppy, Number.MAX_SAFE_INTEGER, 4099);
    for (const lab of [smooth, choppy]) {
      expect(lab.stateHash()).toBe(finalHash);
      expect(lab.traceDigest()).toBe(finalDigest);
    }
  });

  test.each([1, 2, 4])('on %i CPUs every seed gives the right answer, and with two or more its own history', (cpus) => {
    const digests = new Set<string>();
    for (const seed of [1, 2, 3]) {
      const lab = build({ cpus, seed });
      lab.start();
      runTo(lab, Number.MAX_SAFE_INTEGER);
      expect(lab.state.end).toEqual({ kind: 'exit', exitCode: 11, status: 11 });
      expect(lab.takeConsole()).toBe('pending 997\ncounted 11\n');
      digests.add(lab.traceDigest());
    }
    expect(digests.size).toBe(cpus === 1 ? 1 : 3);
  });
});

describe('rule 9: trashed kernel memory', () => {
  /** Runs to an instant, trashes, runs on. A defect of the lab would end it as 'internal'. */
  function trash(seed: number, damage: (ram: Uint8Array, pick: (below: number) => number) => void): string {
    const pick = random(seed);
    const lab = base.twin();
    lab.start();
    runTo(lab, pick(last));
    const { memory } = lab.kernel.machine;
    damage(memory.bytes.subarray(0, memory.ramBytes), pick);
    runTo(lab, lab.state.instant + 400_000, 100_000);
    const { end } = lab.state;
    expect(end?.kind === 'internal' ? end.text : '', `seed ${seed}`).toBe('');
    return end?.kind ?? 'goes on';
  }

  test('flipped bytes anywhere in RAM', () => {
    for (let seed = 101; seed <= 120; seed++) {
      trash(seed, (ram, pick) => {
        for (let i = 0; i < 40; i++) ram[pick(ram.length)] ^= 1 << pick(8);
      });
    }
  });

  test('flipped bytes in pages that are in use: page tables, pool, stacks, kernel data', () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= 30; seed++) {
      const kind = trash(seed, (ram, pick) => {
        const used = pagesInUse(ram);
        for (let i = 0; i < 24; i++) ram[used[pick(used.length)] + pick(PAGE)] ^= 1 << pick(8);
      });
      kinds.add(kind);
    }
    // The damage must have been felt, or the test shows nothing.
    expect(kinds).toContain('bugcheck');
  }, 60_000);
});
