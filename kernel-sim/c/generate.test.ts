/** What code generation promises beyond results: the shape of code, debugging facts, atomicity, cookies, and how a build fails. */
import { describe, expect, test } from 'vitest';
import { INSTRUCTIONS_PER_PAGE, Op } from '../vm/opcodes.ts';
import { buildC, findings, IMAGE_BASE, runC, runImage } from '../vm/testing-c.ts';
import { disassemble } from './disasm.ts';
import type { Image } from './image.ts';
import { IMAGE_MAGIC } from './image.ts';

/** With a profile other than the guest's the program stands alone. */
function image(text: string, options: Parameters<typeof buildC>[1] = {}): Image {
  const alone = options.profile && options.profile !== 'guest';
  const result = buildC(text, alone ? { ...options, sources: [{ name: 'test.c', text }] } : options);
  if (!result.image) throw new Error(findings(result));
  return result.image;
}

/** Mnemonics and operands of a function, without its ENTER. */
function code(text: string, name = 'f'): string[] {
  return disassemble(image(`${text}\nint main(void) { return 0; }`), name)
    .slice(1)
    .map((line) => line.text);
}

describe('code', () => {
  test('works on the registers of variables', () => {
    expect(code('int f(int a, int b) { a += 1; b = a - b; return a * b + 3; }')).toEqual([
      'ADDI r0, r0, 1',
      'SUB r1, r0, r1',
      'MUL r2, r0, r1',
      'ADDI r2, r2, 3',
      'RETV r2, 32',
    ]);
  });
  test('compares and branches at once', () => {
    expect(code('int f(int a) { if (a < 10) return 1; return 2; }').map((line) => line.split(' ')[0])).toEqual([
      'JGEI',
      'LDI',
      'RETV',
      'LDI',
      'RETV',
    ]);
  });
  test('keeps narrow variables extended by their type', () => {
    expect(code('int f(signed char a, unsigned short b) { a = b; return a; }')).toEqual([
      'SX8 r0, r0',
      'ZX16 r1, r1',
      'SX8 r0, r1',
      'RETV r0, 16',
    ]);
  });
  test('passes variables in place when they stand in a row', () => {
    expect(
      code('int g(int a, int b); int f(int a, int b) { return g(a, b); } int g(int a, int b) { return a; }')[0],
    ).toMatch(/^CALL r0, 2,/);
  });
  test('changes memory by load, operation and store', () => {
    expect(code('volatile int n; void f(void) { n++; }')).toEqual([
      expect.stringMatching(/^LEAIP/),
      'LD32 r1, [r0]',
      'ADDI r1, r1, 1',
      'ST32 r1, [r0]',
      'RET 16',
    ]);
  });
  test('writes a variable last, so that a fault leaves it as it was', () => {
    const lines = code('int f(int *p, int a) { a = a * 2 + *p; return a; }');
    expect(lines.filter((line) => /^(?!ST|RETV)\w+ r1,/.test(line))).toHaveLength(1);
  });
  test('computes addresses of globals once for a loop', () => {
    const lines = code('int t[9]; int f(int n) { int s = 0; for (int i = 0; i < n; i++) s += t[i]; return s; }');
    expect(lines.filter((line) => line.startsWith('LEAIP'))).toHaveLength(1);
    expect(lines[0]).toMatch(/^LEAIP/);
  });
  test('keeps constants that no instruction carries in a register during a loop', () => {
    const lines = code('int f(int n) { int s = 0; for (int i = 0; i < 70000; i++) s = s * 3 % 1000003; return s; }');
    expect(lines.filter((line) => /^LDI r\d+, (70000|1000003)$/.test(line))).toHaveLength(2);
    expect(lines.findIndex((line) => line.startsWith('JMP'))).toBeGreaterThan(1);
    expect(lines.slice(-6).some((line) => line.startsWith('LDI'))).toBe(false);
  });
  test('enters the kernel through stubs, and primitives too', () => {
    const built = image(
      '__declspec(syscall(17)) int NtX(int a); __declspec(primitive) int KiX(int a); int main(void) { return NtX(1) + KiX(2); }',
    );
    expect(disassemble(built, 'NtX').map((line) => line.text)).toEqual([
      'ENTER 1, 0, 0, 0',
      'LDI r0, 17',
      'SYSCALL r0, 16',
      'GETRET r0',
      'RETV r0, 16',
    ]);
    const index = built.primitives.indexOf('KiX');
    expect(disassemble(built, 'KiX').map((line) => line.text)).toEqual(['ENTER 0, 0, 0, 0', `PRIM ${index}`, 'RET 0']);
    expect(built.exports.NtX).toBe(built.functions.find((f) => f.name === 'NtX')!.begin);
  });
  test('gives every function with many variables memory when registers run out', () => {
    const n = 300;
    const names = Array.from({ length: n }, (_, i) => `v${i}`);
    const text = `int main(void) { int ${names.map((v, i) => `${v} = ${i}`).join(', ')}; return ${names.join(' + ')}; }`;
    expect(runC(text).exit).toBe((n * (n - 1)) / 2);
  });
  test('puts PAGE into the last slot of every page of code, and branches over it', () => {
    const many = Array.from({ length: 700 }, (_, i) => `s = s * 3 + ${i}; if (s > 1000000) s %= 1000;`).join('\n');
    const text = `int main(void) { int s = 1; for (int i = 0; i < 2; i++) { ${many} } return s; }`;
    const built = image(text);
    const section = built.sections.find((s) => s.name === '.text')!;
    const words = new Int32Array(section.bytes.buffer, section.bytes.byteOffset, section.bytes.byteLength >> 2);
    expect(section.size).toBeGreaterThan(2 * 4096);
    for (let slot = INSTRUCTIONS_PER_PAGE - 1; slot * 2 < words.length; slot += INSTRUCTIONS_PER_PAGE)
      expect(words[slot * 2] & 0xff).toBe(Op.PAGE);
    let s = 1;
    for (let i = 0; i < 2; i++)
      for (let k = 0; k < 700; k++) {
        s = s * 3 + k;
        if (s > 1000000) s %= 1000;
      }
    expect(runC(text).exit).toBe(s);
  });
});

describe('frames', () => {
  const guarded = `
    void __report_gsfailure(unsigned __int64 cookie) { for (;;) ; }
    int spill(int n) { int later = 5; char buffer[16]; int i; for (i = 0; i < n; i++) ((char *)buffer)[i] = 65; return later; }
    int plain(int n) { int x[1]; x[0] = n; return x[0]; }
    int main(void) { return spill(16) + plain(1); }`;

  test('with buffers have a cookie directly above them', () => {
    const built = image(guarded, { profile: 'plain', entry: 'main' });
    const spill = disassemble(built, 'spill').map((line) => line.text);
    expect(disassemble(built, 'spill').some((line) => line.symbol === '__security_cookie')).toBe(true);
    expect(disassemble(built, 'plain').some((line) => line.symbol === '__security_cookie')).toBe(false);
    expect(spill.some((line) => /ST64 r\d+, \[r\d+ - 8\]/.test(line))).toBe(true);
    const f = built.functions.findIndex((x) => x.name === 'spill');
    const at = built.debug.variables.find((v) => v.function === f && v.name === 'buffer')!.at;
    expect(at).toEqual({ offset: -24 });
  });
});

describe('a smashed frame', () => {
  // The end of the run is the breakpoint in whoever gets there.
  const program = () =>
    image(
      `void __report_gsfailure(unsigned __int64 cookie) { __debugbreak(); }
       void good(void) { __debugbreak(); }
       volatile int length;
       void fill(void) { char buffer[16]; for (int i = 0; i < length; i++) ((volatile char *)buffer)[i] = 65; }
       int start(void) { length = 16; fill(); length = 20; fill(); good(); return 0; }`,
      { profile: 'plain', entry: 'start' },
    );
  test('is reported before it returns', () => {
    expect(runImage(program(), 10_000).ended).toMatch(/^trap at __report_gsfailure/);
  });
});

describe('debugging facts', () => {
  const text =
    'int twice(int a)\n{\n  int b = a;\n  b += a;\n  return b;\n}\nint main(void)\n{\n  return twice(21);\n}\n';
  const built = image(text);

  test('have a row where each statement begins', () => {
    const f = built.functions.find((x) => x.name === 'twice')!;
    const rows = built.debug.lines.filter((row) => row.statement && row.rva >= f.begin && row.rva < f.end);
    expect(rows.map((row) => row.line)).toEqual([3, 4, 5]);
    expect(rows[0].col).toBe(3);
  });
  test('know variables, types and places', () => {
    const index = built.functions.findIndex((x) => x.name === 'twice');
    const variables = built.debug.variables.filter((v) => v.function === index);
    expect(variables.map((v) => [v.name, v.param, v.at])).toEqual([
      ['a', true, { register: 0 }],
      ['b', false, { register: 1 }],
    ]);
    expect(built.debug.types[variables[1].type]).toMatchObject({ kind: 'int', int: 'int', size: 4 });
    expect(built.debug.functionPlaces[index].line).toBe(1);
  });
  test('are parallel and sorted', () => {
    expect(built.debug.functionTypes).toHaveLength(built.functions.length);
    const rvas = built.debug.lines.map((row) => row.rva);
    expect(rvas).toEqual([...rvas].sort((a, b) => a - b));
    expect(built.functions.map((f) => f.begin)).toEqual([...built.functions.map((f) => f.begin)].sort((a, b) => a - b));
  });
});

describe('images', () => {
  test('are plain data, and equal for equal sources', () => {
    const a = image('int x = 1; int main(void) { return x; }');
    const b = image('int x = 1; int main(void) { return x; }');
    expect(structuredClone(a)).toEqual(b);
    expect(a.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(image('int x = 2; int main(void) { return x; }').hash).not.toBe(a.hash);
  });
  test('begin with a header that leads to the unwind tables', () => {
    const built = image('int main(void) { return 0; }');
    const view = new DataView(built.sections[0].bytes.buffer);
    expect(view.getUint32(0, true)).toBe(IMAGE_MAGIC);
    expect(view.getUint32(4, true)).toBe(built.size);
    expect(view.getUint32(12, true)).toBe(built.functions.length);
    expect(view.getUint32(16, true)).toBe(built.entry);
  });
  test('import what a library exports, also through pointers and initialisers', () => {
    const built = image(
      `__declspec(dllimport) int Imported(int); extern __declspec(dllimport) int *Data;
       int (*pointer)(int) = Imported; int f(void) { return Imported(*Data); } int main(void) { return pointer == Imported; }`,
      { libraries: [{ image: 'ntoskrnl.exe', exports: ['Imported', 'Data'] }] },
    );
    expect(built.imports.map((i) => i.name).sort()).toEqual(['Data', 'Imported', 'Imported']);
    expect(disassemble(built, 'f').some((line) => line.text.startsWith('CALLR'))).toBe(true);
  });
  test('put code into the segments that pragmas name', () => {
    const built = image(
      'int a(void); \n#pragma alloc_text(INIT, a)\nint a(void) { return 1; }\n#pragma code_seg("PAGE")\nint b(void) { return 2; }\n#pragma code_seg()\nint main(void) { return a() * 10 + b(); }',
    );
    expect(built.sections.map((s) => s.name)).toEqual(['.header', '.text', 'PAGE', 'INIT', '.rdata']);
    expect(built.sections.find((s) => s.name === 'INIT')).toMatchObject({ discardable: true, execute: true });
    expect(built.sections.find((s) => s.name === 'PAGE')).toMatchObject({ paged: true });
  });
  test('of several units share tentative and selectany definitions, and keep their own statics', () => {
    const sources = [
      {
        name: 'a.c',
        text: 'int shared; static int own = 1; __declspec(selectany) int once = 7; int other(void); int main(void) { shared = 4; return other() + own + once; }',
      },
      {
        name: 'b.c',
        text: 'int shared; static int own = 10; __declspec(selectany) int once = 7; int other(void) { return shared + own; }',
      },
    ];
    const built = image('', { sources, entry: 'main' });
    expect(built.debug.globals.map((g) => g.name).sort()).toEqual(['once', 'own', 'own', 'shared']);
  });
});

describe('a build fails', () => {
  const driver = (text: string) =>
    findings(
      buildC('', {
        sources: [{ name: 'd.c', text }],
        kind: 'sys',
        profile: 'driver',
        entry: 'DriverEntry',
        libraries: [{ image: 'ntoskrnl.exe', exports: ['KeSetEvent', 'DbgPrint'] }],
      }),
    );
  test('naming each routine that the lab lacks once, with what was probably meant', () => {
    expect(
      driver(
        'int KeSetEvnt(void); int Foo(void);\nint DriverEntry(void) {\n  KeSetEvnt();\n  KeSetEvnt();\n  return Foo(); }',
      ),
    ).toBe(
      "d.c:3:3: error: 'KeSetEvnt' is not provided by the lab's ntoskrnl.exe (called in DriverEntry); did you mean 'KeSetEvent'? [undefined-symbol]\n" +
        "d.c:5:10: error: 'Foo' is not provided by the lab's ntoskrnl.exe (called in DriverEntry) [undefined-symbol]",
    );
  });
  test('without its entry routine', () => {
    expect(driver('int DriverEntri(void) { return 0; }')).toMatch(/the driver has no 'DriverEntry'.*\[no-entry\]/);
  });
  test('when two units define one name', () => {
    const sources = [
      { name: 'a.c', text: 'int f(void) { return 1; } int main(void) { return f(); }' },
      { name: 'b.c', text: 'int f(void) { return 2; }' },
    ];
    expect(findings(buildC('', { sources, entry: 'main' }))).toMatch(
      /^b.c:1:5: error: 'f' is defined in a.c and again in b.c \[duplicate-symbol\]/,
    );
  });
});

test('a trap in C names its place', () => {
  const run = runC('int main(void) { int *p = 0; return *p; }');
  expect(run.ended).toMatch(/^trap at main/);
  expect(IMAGE_BASE).toBeLessThan(0);
});
