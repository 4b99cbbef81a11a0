/**
 * Replaces `Op.NAME` and `W.NAME` by their numbers in the code of the VM: a switch becomes a jump table only if its cases
 * are integer literals, and no build or test run may be slower than another in kind.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const TABLES = { Op: resolve('kernel-sim/vm/opcodes.ts'), W: resolve('kernel-sim/vm/words.ts') } as const;

export function opcodeLiterals(): Plugin {
  return {
    name: 'opcode-literals',
    enforce: 'pre',
    transform: {
      filter: { id: { include: /kernel-sim\/vm\/[^/]*\.ts$/, exclude: /\.test\.ts$/ } },
      handler(code) {
        for (const file of Object.values(TABLES)) this.addWatchFile(file);
        const numbers = { Op: numbersOf('Op'), W: numbersOf('W') };
        return {
          code: code.replace(/\b(Op|W)\.([A-Z][A-Z0-9_]*)\b/g, (text, table: keyof typeof TABLES, name: string) => {
            // In a comment anything may stand.
            return numbers[table].get(name) ?? text;
          }),
          map: null,
        };
      },
    },
  };
}

/** The numbers of `export const Op = { NAME: 1, ... } as const`, as text. */
function numbersOf(table: keyof typeof TABLES): ReadonlyMap<string, string> {
  const source = readFileSync(TABLES[table], 'utf8');
  const body = new RegExp(`export const ${table} = \\{(.*?)\\n\\} as const`, 's').exec(source)?.[1] ?? '';
  const numbers = new Map<string, string>();
  for (const [, name, number] of body.matchAll(/^\s*([A-Z][A-Z0-9_]*):\s*(-?\d+),/gm)) {
    if (name && number) numbers.set(name, number);
  }
  return numbers;
}
