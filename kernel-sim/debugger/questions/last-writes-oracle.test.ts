/**
 * The search for writes against brute force: a run in single steps, with the bytes of every range compared after each instruction. Only writes
 * that change something can be seen so; those that the search tells of must be the same ones, down to the bytes.
 */
import { expect, test } from 'vitest';
import { nextRandom, seedRandom } from '../../base/random.ts';
import { finish } from '../../base/task.ts';
import { appWith, driverWith, recordedRun } from '../../lab-testing.ts';
import { lastWrites } from './last-writes.ts';

const DRIVER = driverWith(
  `PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100 + g_Count, 'kclB');
  RtlFillMemory(Block, 90, g_Count);
  g_Last = Block;
  g_Count++;
  ExFreePoolWithTag(Block, 'kclB');
  return Complete(Irp, STATUS_SUCCESS, 0);`,
  { globals: 'ULONG g_Count; PUCHAR g_Last;' },
);
const APP = appWith('for (int i = 0; i < 3; i++) DeviceIoControl(h, IOCTL_LAB(i), 0, 0, 0, 0, &got, 0);');

const RANGES = 40;
const PARTS = 10;
/** Changes asked for; writes of the same value come on top. */
const CHANGES = 4;
const WRITES = 200;

interface Change {
  readonly instant: number;
  readonly before: string;
  readonly after: string;
}

test.each([1, 2, 3])('random ranges, seed %i', (seed) => {
  const cpus = 1 + (seed & 1);
  const run = recordedRun({ driver: DRIVER, app: APP, config: { seed, cpus } }, { checkpointMs: 0.2 });
  const { timeline, cursor, at } = run;
  const { memory } = cursor.kernel.machine;
  const random = new Int32Array(4);
  seedRandom(random, 0, seed);
  const below = (n: number) => (nextRandom(random, 0) >>> 0) % n;

  // Mostly places that change in some part of the run, so that most ranges see something, early or late.
  const changing: number[][] = [];
  finish(timeline.seek(cursor, { branch: 0, instant: 0 }));
  for (let part = 1; part <= PARTS; part++) {
    const before = memory.words.slice(0, memory.ramBytes >> 2);
    cursor.run(Math.floor((at.instant * part) / PARTS));
    const words: number[] = [];
    before.forEach((word, i) => {
      if (word !== memory.words[i]) words.push(4 * i);
    });
    changing.push(words);
  }
  const ranges = Array.from({ length: RANGES }, () => {
    const length = 1 + below(below(4) === 0 ? 100 : 8);
    const words = changing[below(PARTS)];
    const pa = below(8) === 0 ? below(memory.ramBytes) : words[below(words.length)] + below(9) - 4;
    return { pa: Math.max(0, Math.min(pa, memory.ramBytes - length)), length };
  });

  const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const changes: Change[][] = ranges.map(() => []);
  finish(timeline.seek(cursor, { branch: 0, instant: 0 }));
  const shadows = ranges.map(({ pa, length }) => memory.read(pa, length));
  for (let instant = 1; instant <= at.instant; instant++) {
    cursor.run(instant);
    for (let i = 0; i < RANGES; i++) {
      const { pa, length } = ranges[i];
      const shadow = shadows[i];
      let same = true;
      for (let j = 0; j < length && same; j++) same = shadow[j] === memory.bytes[pa + j];
      if (same) continue;
      const now = memory.read(pa, length);
      changes[i].push({ instant, before: hex(shadow), after: hex(now) });
      shadows[i] = now;
    }
  }
  expect(changes.filter((list) => list.length > 0).length).toBeGreaterThan(RANGES / 2);

  ranges.forEach(({ pa, length }, i) => {
    const request = { physical: pa, length, at, count: WRITES };
    const { writes, origin } = finish(lastWrites(timeline, cursor, request));
    const told = writes.filter(({ same }) => !same).slice(0, CHANGES);
    const known = changes[i].slice(-CHANGES).reverse();
    const where = `${length} bytes at ${pa.toString(16)}`;
    const isComplete = origin.kind === 'boot';
    if (isComplete) expect(writes.filter(({ same }) => !same)).toHaveLength(changes[i].length);
    expect(
      told.map(({ instant }) => instant),
      where,
    ).toEqual(known.slice(0, told.length).map(({ instant }) => instant));
    if (!isComplete) expect(writes.length, where).toBe(WRITES);
    else expect(told.length, where).toBe(known.length);
    for (const [n, { address, length: part, before, after }] of told.entries()) {
      const from = 2 * (Number(BigInt(address)) - pa);
      expect(known[n].before.slice(from, from + 2 * part), where).toBe(before);
      expect(known[n].after.slice(from, from + 2 * part), where).toBe(after);
      expect(known[n].after.slice(0, from) + known[n].after.slice(from + 2 * part)).toBe(
        known[n].before.slice(0, from) + known[n].before.slice(from + 2 * part),
      );
    }
  });
});
