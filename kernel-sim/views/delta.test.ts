/**
 * Differences of records: whatever they are made of, applying them gives the later record, taking them back the earlier one.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDelta, deltaOf, reverseDelta } from './delta.ts';

const scalar = fc.oneof(fc.string(), fc.integer({ min: -3, max: 3 }), fc.boolean(), fc.constant(null));
const field = fc.constantFrom('address', 'tid', 'name', 'state', 'entries', 'cut');
const { record } = fc.letrec<{ record: unknown; list: unknown; value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('record')),
  list: fc.oneof(
    fc.array(tie('value'), { maxLength: 4 }),
    fc.uniqueArray(tie('record'), {
      maxLength: 4,
      selector: (entry) => JSON.stringify((entry as { tid?: unknown }).tid),
    }),
  ),
  record: fc.dictionary(field, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));

test('applied they give the later record, taken back the earlier one', () => {
  fc.assert(
    fc.property(record, record, (before, after) => {
      const delta = structuredClone(deltaOf(before, after));
      expect(applyDelta(delta, before)).toStrictEqual(after);
      expect(reverseDelta(delta, after)).toStrictEqual(before);
    }),
    { numRuns: 500 },
  );
});

test('of equal records there are none', () => {
  fc.assert(
    fc.property(record, (value) => {
      expect(deltaOf(value, structuredClone(value)).changes).toEqual([]);
    }),
  );
});

describe('entries of lists', () => {
  const thread = (tid: number, state: string) => ({ tid, state, text: `thread ${tid}` });
  const a = { threads: [thread(4, 'waiting'), thread(8, 'running'), thread(12, 'ready')] };

  test('are matched by their key', () => {
    const b = { threads: [thread(4, 'waiting'), thread(12, 'running')] };
    expect(deltaOf(a, b).changes).toEqual([
      { path: ['threads', '@tid=8'], from: thread(8, 'running') },
      { path: ['threads', '@tid=12', 'state'], from: 'ready', to: 'running' },
      { path: ['threads', '#order'], from: ['@tid=4', '@tid=8', '@tid=12'], to: ['@tid=4', '@tid=12'] },
    ]);
  });

  test('keep their order', () => {
    const b = { threads: [a.threads[2], a.threads[0], a.threads[1]] };
    expect(deltaOf(a, b).changes.map(({ path }) => path)).toEqual([['threads', '#order']]);
    expect(applyDelta(deltaOf(a, b), a)).toEqual(b);
  });

  test('without a key are matched by their position', () => {
    expect(deltaOf({ stack: ['a', 'b'] }, { stack: ['a', 'c'] }).changes).toEqual([
      { path: ['stack', '[1]'], from: 'b', to: 'c' },
    ]);
  });
});
