/**
 * `npm run bench -- compile`: lines that the front end compiles in a second, headers included: cold (a process of its own, its first build) and
 * warm (the best of the next five). Four units: a program on windows.h, a driver on ntddk.h, and ten thousand lines of plain C twice: written
 * as people lay it out, and dense, with several statements on many lines.
 */
import { execFileSync } from 'node:child_process';
import { type BuildResult, build } from '../c/index.ts';

const HEADERS = import.meta.glob<string>('../guest/include/*.h', { query: '?raw', import: 'default', eager: true });

/** Functions of an ordinary mixture: loops, records, calls, switches, tables. Twelve lines each. */
function functions(count: number): string {
  const one = (
    n: number,
  ): string => `struct r${n} { int key; long long sum; struct r${n} *next; unsigned char tail[${1 + (n % 16)}]; };
static const int table${n}[4] = { ${n}, ${n + 1}, ${n + 2}, ${n + 3} };
int f${n}(struct r${n} *head, int limit)
{
    long long total = ${n};
    for (struct r${n} *r = head; r != 0 && limit > 0; r = r->next, limit--) {
        switch (r->key & 3) { case 0: total += r->sum; break; case 1: total ^= table${n}[r->key & 3]; break; default: total -= r->tail[0]; }
        if (total > 1000 && (r->key << 2) != limit) r->sum = total * 3 + (r->key >> 1);
    }
    ${n > 0 ? `return (int)total + f${n - 1}(0, limit - 1);` : 'return (int)total;'}
}
`;
  return Array.from({ length: count }, (_, n) => one(n)).join('\n');
}

/** The same kinds of statements as people write them: one to a line, with comments and empty lines. Twenty lines each. */
function spacious(count: number): string {
  const one = (n: number): string => `
/*
 * Counts in a text: letters of one kind once, blanks twice.
 */
static int count${n}(const char *text, int limit)
{
    int count = 0;
    int i;

    for (i = 0; i < limit; i++) {
        if (text[i] == '\\0') {
            break;
        }
        if (text[i] == 'a' + ${n % 26}) {
            count++;
        } else if (text[i] == ' ') {
            count += 2;
        }
    }
    return ${n > 0 ? `count + count${n - 1}(text, limit - 1)` : 'count'};
}
`;
  return Array.from({ length: count }, (_, n) => one(n)).join('');
}

const PLAIN_HEADERS = '#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n';

const UNITS: Readonly<Record<string, { profile: 'driver' | 'user' | 'plain'; text: () => string }>> = {
  'windows.h': { profile: 'user', text: () => `#include <windows.h>\n#include <stdio.h>\n${functions(80)}` },
  'ntddk.h': { profile: 'driver', text: () => `#include <ntddk.h>\n${functions(80)}` },
  'plain C': { profile: 'plain', text: () => PLAIN_HEADERS + spacious(450) },
  'dense C': { profile: 'plain', text: () => PLAIN_HEADERS + functions(850) },
};

function compiled(name: string): BuildResult {
  const { profile, text } = UNITS[name];
  return build({
    name: 'a.exe',
    kind: profile === 'driver' ? 'sys' : 'exe',
    sources: [{ name: 'a.c', text: text() }],
    include: (header) => {
      const found = HEADERS[`../guest/include/${header.toLowerCase()}`];
      return found === undefined ? undefined : { name: header, text: found, system: true };
    },
    defines: [],
    profile,
    libraries: [],
    entry: undefined,
  });
}

/** In the child process: lines of the unit with its headers, milliseconds of the first build, of the processor for it, and of the best of five more. */
export function measureUnit(name: string): void {
  const times: number[] = [];
  let lines = 0;
  let cpu = 0;
  for (let run = 0; run < 6; run++) {
    const start = performance.now();
    const before = process.cpuUsage();
    const { image, sources, diagnostics } = compiled(name);
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    if (run === 0) cpu = (user + system) / 1000;
    if (!image) throw new Error(diagnostics.list.find(({ severity }) => severity === 'error')?.text ?? 'no image');
    lines = sources.files.reduce((sum, { text }) => sum + text.split('\n').length, 0);
  }
  console.log(JSON.stringify([lines, times[0], cpu, Math.min(...times.slice(1))]));
}

export function compileSpeed(): void {
  console.log('unit         lines   cold ms   cold CPU ms   cold lines/s   warm lines/s');
  for (const name of Object.keys(UNITS)) {
    const text = execFileSync(process.execPath, [process.argv[1], 'compile-unit', name], { encoding: 'utf8' });
    const [lines, cold, cpu, warm] = JSON.parse(text) as number[];
    const rate = (ms: number): string => String(Math.round((lines / ms) * 1000));
    console.log(
      `${name.padEnd(10)} ${String(lines).padStart(7)} ${cold.toFixed(0).padStart(9)} ${cpu.toFixed(0).padStart(13)} ${rate(cold).padStart(14)} ${rate(warm).padStart(14)}`,
    );
  }
}
