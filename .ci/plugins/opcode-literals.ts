/**
 * Replaces `Op.NAME` by its number in the interpreter: a switch becomes a jump table only if its cases are integer
 * literals, and no build or test run may be slower than another in kind.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const TABLE = resolve('kernel-sim/vm/opcodes.ts');

export function opcodeLiterals(): Plugin {
  return {
    name: 'opcode-literals',
    enforce: 'pre',
    transform: {
      filter: { id: /kernel-sim\/vm\/interpreter[^/]*\.ts$/ },
      handler(code) {
        this.addWatchFile(TABLE);
        const numbers = opcodes(readFileSync(TABLE, 'utf8'));
        return {
          code: code.replace(/\bOp\.([A-Z][A-Z0-9_]*)\b/g, (text, name: string) => {
            return numbers.get(name) ?? this.error(`${text} is not in kernel-sim/vm/opcodes.ts`);
          }),
          map: null,
        };
      },
    },
  };
}

/** The numbers of `export const Op = { NAME: 1, ... } as const`, as text. */
function opcodes(source: string): ReadonlyMap<string, string> {
  const table = /export const Op = \{(.*?)\n\} as const/s.exec(source)?.[1] ?? '';
  const numbers = new Map<string, string>();
  for (const [, name, number] of table.matchAll(/^\s*([A-Z][A-Z0-9_]*):\s*(\d+),/gm)) {
    if (name && number) numbers.set(name, number);
  }
  return numbers;
}
