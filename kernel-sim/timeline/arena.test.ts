import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE } from '../machine/layout.ts';
import { PageArena, type SlotTable, ZERO_SLOT } from './arena.ts';

const PAGES = 6;
const WORDS = PAGE / 4;

test('a page comes back as it was stored, and the page of zeros takes no room', () => {
  const arena = new PageArena(PAGES);
  const words = new Int32Array(PAGES * WORDS);
  words.fill(7, WORDS, 2 * WORDS);
  const slot = arena.store(words, 1);
  words.fill(0);
  expect(arena.holds(slot, words, 1)).toBe(false);
  arena.load(slot, words, 3);
  expect(words.slice(3 * WORDS, 4 * WORDS).every((word) => word === 7)).toBe(true);
  expect(arena.holds(slot, words, 3)).toBe(true);
  arena.load(ZERO_SLOT, words, 3);
  expect(words.every((word) => word === 0)).toBe(true);
  expect(arena.bytes).toBe(PAGE);
});

test('tables share pages; what nobody holds is used again', () => {
  // Each step: take a table like an earlier one with some pages changed, or release one.
  const step = fc.tuple(fc.nat(), fc.array(fc.tuple(fc.nat(PAGES - 1), fc.nat(3)), { maxLength: 4 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const arena = new PageArena(PAGES);
      const live: { table: SlotTable; content: number[] }[] = [];
      let most = 0;
      for (const [which, changes, isRelease] of steps) {
        const base = live[which % Math.max(1, live.length)];
        if (isRelease && base) {
          live.splice(live.indexOf(base), 1);
          arena.release(base.table);
        } else {
          const table = arena.newTable(base?.table);
          const content = base ? [...base.content] : Array.from({ length: PAGES }, () => 0);
          for (const [page, value] of new Map(changes)) {
            if (content[page] === value) continue;
            content[page] = value;
            const words = new Int32Array(PAGES * WORDS).fill(value);
            table.slots[page] = value === 0 ? ZERO_SLOT : arena.store(words, page);
          }
          arena.hold(table);
          live.push({ table, content });
        }
        const slots = new Set(live.flatMap(({ table }) => [...table.slots]));
        slots.delete(ZERO_SLOT);
        most = Math.max(most, slots.size);
        expect(arena.bytes).toBe(slots.size * PAGE + live.length * PAGES * 4);
        expect(Math.max(0, ...slots)).toBeLessThanOrEqual(most + 4);
        for (const { table, content } of live) {
          const words = new Int32Array(PAGES * WORDS);
          for (let page = 0; page < PAGES; page++) arena.load(table.slots[page], words, page);
          expect(content.map((_, page) => words[page * WORDS + 5])).toEqual(content);
        }
      }
    }),
    { numRuns: 50 },
  );
});
