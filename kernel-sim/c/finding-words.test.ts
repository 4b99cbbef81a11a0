import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explainFinding, findingIds } from './finding-words.ts';

/** The stages: all of the front end but the tables and lists that speak about findings. */
function stages(): string {
  const folder = new URL('./', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|^finding|^pp-warning/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
    .replace(/new Set<FindingId>\(\[[^\]]*\]\)/g, '');
}

describe('the words of findings', () => {
  test('each id is one that a stage reports', () => {
    const text = stages();
    expect(findingIds().filter((id) => !text.includes(`'${id}'`))).toEqual([]);
  });

  test('each has two different short lines, and no two ids mean the same', () => {
    const seen = new Set<string>();
    for (const id of findingIds()) {
      const found = explainFinding(id);
      if (!('lines' in found)) throw new Error(`${id} has no words`);
      for (const line of found.lines) {
        expect(line, id).toMatch(/^[^\n]{10,140}$/);
        expect(line, id).toMatch(/[.]$/);
      }
      expect(seen.has(found.lines.join('\n')), id).toBe(false);
      seen.add(found.lines.join('\n'));
    }
  });

  test('an unknown id leads to the nearest', () => {
    expect(explainFinding('implicit-declaratoin')).toEqual({ near: 'implicit-declaration' });
    expect(explainFinding('toString')).toEqual({ near: undefined });
  });
});
