/**
 * Runs a C program on a bare machine for tests: builds it, maps the image, calls `main` in kernel mode. No kernel: a trap ends the run, unless the
 * program brings its own handlers. The program has a few primitives (RUNTIME): `lab_out` collects numbers, `lab_exit` ends.
 */
import { hex64, type VirtAddr } from '../base/numbers.ts';
import { namer } from '../c/disasm.ts';
import type { Image } from '../c/image.ts';
import { type BuildOptions, type BuildResult, build } from '../c/index.ts';
import { FrameFlag, PAGE } from '../machine/layout.ts';
import { StopReason } from '../machine/machine.ts';
import type { Cpu } from './cpu.ts';
import { IDT, TestMachine } from './testing.ts';

export const IMAGE_BASE: VirtAddr = 0x40000000 - 2 ** 47;
const STACK_TOP: VirtAddr = 0x30000000 - 2 ** 47;
const STACK_PAGES = 64;

/** What programs include as lab.h. */
export const LAB_HEADER = `
#pragma once
typedef unsigned __int64 size_t;
typedef char *va_list;
#define va_start(ap, last) __builtin_va_start(ap, last)
#define va_arg(ap, type) __builtin_va_arg(ap, type)
#define va_end(ap) __builtin_va_end(ap)
#define va_copy(d, s) __builtin_va_copy(d, s)
#define offsetof(t, m) __builtin_offsetof(t, m)
__declspec(primitive) void lab_out(__int64 value);
__declspec(primitive) void lab_trap_entry(int vector, void *handler);
void *memcpy(void *, const void *, size_t);
void *memset(void *, int, size_t);
int memcmp(const void *, const void *, size_t);
`;

/** Linked into every program. */
const RUNTIME = `
typedef unsigned __int64 size_t;
__declspec(primitive) void lab_exit(__int64 code);
int main(void);
void *memcpy(void *d, const void *s, size_t n) { char *p = d; const char *q = s; while (n--) *p++ = *q++; return d; }
void *memset(void *d, int c, size_t n) { char *p = d; while (n--) *p++ = (char)c; return d; }
int memcmp(const void *a, const void *b, size_t n) {
  const unsigned char *p = a, *q = b;
  for (; n; n--, p++, q++) if (*p != *q) return *p - *q;
  return 0;
}
void lab_start(void) { lab_exit(main()); }
`;

export interface CRun {
  /** What main returned, or undefined if the run ended otherwise. */
  exit: number | undefined;
  /** Everything given to lab_out. */
  out: bigint[];
  /** How it ended when not by returning: vector and place of an unhandled trap, or 'limit'. */
  ended: string;
  instructions: number;
  image: Image;
  machine: TestMachine;
}

type Headers = (name: string) => string | undefined;

/** Errors of a build, one a line. */
export function findings(result: BuildResult): string {
  return result.diagnostics.list
    .map((d) => {
      const { line, col } = result.sources.lineCol(d.span.file, d.span.start);
      return `${result.sources.files[d.span.file]?.name}:${line}:${col}: ${d.severity}: ${d.text} [${d.id}]`;
    })
    .join('\n');
}

/** `header`: text of a header other than lab.h. */
export function buildC(
  text: string,
  options: Partial<BuildOptions> = {},
  header: Headers = () => undefined,
): BuildResult {
  return build({
    name: 'test.exe',
    kind: 'exe',
    sources: [
      { name: 'test.c', text },
      { name: 'runtime.c', text: RUNTIME, system: true },
    ],
    include: (name) => {
      const found = name === 'lab.h' ? LAB_HEADER : header(name);
      return found === undefined ? undefined : { name, text: found, system: true };
    },
    defines: [],
    profile: 'guest',
    libraries: [],
    entry: 'lab_start',
    ...options,
  });
}

export function runC(text: string, limit = 20_000_000, options: Partial<BuildOptions> = {}, header?: Headers): CRun {
  const result = buildC(text, options, header);
  if (!result.image) throw new Error(`does not build:\n${findings(result)}`);
  return runImage(result.image, limit);
}

export function runImage(image: Image, limit: number): CRun {
  const run: CRun = { exit: undefined, out: [], ended: '', instructions: 0, image, machine: undefined as never };
  const nameOf = namer(image);
  let machine: TestMachine;
  const stop = (why: string): void => {
    run.ended = why;
    machine.machine.stop(StopReason.SHUTDOWN);
  };
  const primitives: Record<string, (cpu: Cpu) => void> = {
    lab_out: (cpu) => void run.out.push(BigInt.asIntN(64, cpu.arg64(0))),
    lab_exit: (cpu) => {
      run.exit = cpu.arg32s(0);
      stop('');
    },
    lab_trap_entry: (cpu) => machine.memory.setPtr(IDT + 8 * cpu.arg32(0), cpu.argPtr(1)),
  };
  machine = new TestMachine(
    { ramBytes: 8 << 20 },
    {
      primitive: (cpu, index) => primitives[image.primitives[index]](cpu),
      doubleFault: (cpu) => stop(`trap at ${nameOf(cpu.ip - IMAGE_BASE) || hex64(cpu.ip)}, address ${hex64(cpu.cr2)}`),
    },
  );
  run.machine = machine;
  mapImage(machine, image, IMAGE_BASE);
  machine.map(STACK_TOP - STACK_PAGES * PAGE, STACK_PAGES, { write: true });
  machine.cpu.enter(IMAGE_BASE + image.entry, { sp: STACK_TOP - 64, flags: FrameFlag.BOTTOM });
  if (machine.vm.run(limit) === 'limit') run.ended = 'limit';
  run.instructions = machine.machine.instant;
  return run;
}

/** Copies the sections to where they belong and applies relocations. Imports are left alone. */
export function mapImage(machine: TestMachine, image: Image, base: VirtAddr): void {
  for (const s of image.sections) {
    machine.map(base + s.rva, s.size / PAGE, { write: true, execute: s.execute });
    machine.memory.setBytes(base + s.rva, s.bytes);
  }
  for (const rva of image.relocations) {
    machine.memory.setU64(base + rva, BigInt.asUintN(64, machine.memory.u64(base + rva) + BigInt(base)));
  }
}
