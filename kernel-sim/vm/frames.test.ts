/** Calls, returns, funclets and unwinding: the frames that they build, and what they refuse. */
import { describe, expect, test } from 'vitest';
import { hex64 } from '../base/numbers.ts';
import { Access } from '../machine/faults.ts';
import { FrameFlag, FrameHeader, PAGE, Pte, TrapFrame, Vector } from '../machine/layout.ts';
import { CODE, DATA, STOPPED_BY_TEST, stackOf, TestMachine } from './testing.ts';

const FAULTS = [Vector.DIVIDE, Vector.ILLEGAL, Vector.GENERAL_PROTECTION, Vector.PAGE_FAULT];

/** A machine whose faults stop it, with the trap frame's address in r0 of the handler. */
function machineWith(source: string): TestMachine {
  const t = new TestMachine();
  t.load(source);
  t.load('fault: ENTER 1, 1, 0, 32\nPRIM 99', CODE + 0x4000);
  for (const vector of FAULTS) t.handle(vector, 'fault');
  return t;
}

function run(t: TestMachine): void {
  t.start('main');
  expect(t.vm.run(100_000)).toBe('stopped');
  expect(t.machine.stopped).toBe(STOPPED_BY_TEST);
}

/** Runs into a fault; what its trap frame says. */
function fault(t: TestMachine) {
  run(t);
  expect(t.cpu.ip).toBe(t.labels.fault + 16);
  const frame = Number(BigInt.asIntN(64, t.register(0)));
  return {
    vector: t.memory.u32(frame + TrapFrame.VECTOR),
    error: t.memory.u32(frame + TrapFrame.VECTOR + 4),
    address: t.memory.u64(frame + TrapFrame.FAULT_ADDRESS),
    ip: t.memory.ptr(frame + TrapFrame.IP),
    fp: t.memory.ptr(frame + TrapFrame.FP),
    sp: t.memory.ptr(frame + TrapFrame.SP),
    enter: t.memory.u32(frame + TrapFrame.ENTER),
    enterReturn: t.memory.u64(frame + TrapFrame.ENTER_RETURN),
  };
}

const bits = (address: number) => BigInt.asUintN(64, BigInt(address));

describe('CALL', () => {
  test('puts the header above the window and the parameters into it', () => {
    const t = machineWith(`
      main:  ENTER 4, 0, 0, 96
             LDI r1, 11
             LDI r2, 22
             LDI r3, 33
             LDI r4, 44
             LDI r5, 55
             LDI r6, 66
      call:  CALL r1, 6, six
      back:  NOP
      six:   ENTER 4, 6, 0, 32
             PRIM 0
    `);
    t.start('main');
    const caller = { fp: t.cpu.fp, sp: t.cpu.sp };
    t.vm.run(1000);
    expect([0, 1, 2, 3, 4, 5].map((r) => t.register(r))).toEqual([11n, 22n, 33n, 44n, 55n, 66n]);
    const header = t.cpu.fp + 64;
    expect(header + FrameHeader.BYTES).toBe(caller.sp);
    expect(t.memory.u32(header + FrameHeader.FLAGS)).toBe(0);
    expect(t.memory.u32(header + FrameHeader.FLAGS + 4)).toBe(64);
    expect(t.memory.ptr(header + FrameHeader.CALLER_SP)).toBe(caller.sp);
    expect(t.memory.ptr(header + FrameHeader.CALLER_FP)).toBe(caller.fp);
    expect(t.memory.ptr(header + FrameHeader.RETURN)).toBe(t.labels.back);
    expect(t.cpu.sp).toBe(t.cpu.fp - 32);
    expect(t.memory.u64(caller.sp + 32)).toBe(55n);
    expect(t.memory.u64(caller.sp + 40)).toBe(66n);
  });

  test('with HOME stores the register arguments in the caller’s home area, where VASTART finds them', () => {
    const t = machineWith(`
      main:  ENTER 4, 0, 0, 96
             LDI r1, 11
             LDI r2, 22
             LDI r3, 33
             LDI r4, 44
             LDI r5, 55
             CALL r1, 5, sum
             GETRET r7
             PRIM 0
      sum:   ENTER 4, 1, 1, 0
             VASTART r1, 4, 0
             LDI r2, 0
             LDI r3, 5
      next:  LD64 r4, [r1]
             ADD64 r2, r2, r4
             ADDI64 r1, r1, 8
             ADDI r3, r3, -1
             JNZ r3, next
             RETV r2, 64
    `);
    run(t);
    expect(t.register(7)).toBe(165n);
  });

  test('to another page and back, through a register and through PAGE', () => {
    const far = Array.from({ length: 600 }, () => 'ADDI r0, r0, 1').join('\n');
    const t = machineWith(`
      main:  ENTER 2, 0, 0, 32
             LEAIP r1, far
             LDI r0, 0
             CALLR r0, r1, 1
             GETRET r0
             CALL r0, 1, far
             GETRET r0
             PRIM 0
             .org 0x2000
      far:   ENTER 1, 1, 0, 0
             ${far}
             RETV r0, 16
    `);
    run(t);
    expect(t.register(0)).toBe(1200n);
  });

  test('recursion over many pages never lets a frame straddle one', () => {
    const t = machineWith(`
      main:  ENTER 2, 0, 0, 32
             LDI r0, 60
             CALL r0, 1, down
             GETRET r1
             PRIM 0
      down:  ENTER 9, 1, 0, 48
             GETFP r2
             ANDI r3, r2, 0xfff
             LDI r4, 0xf50       ; 4096 - 32 - 144
             JLE r3, r4, fits
             ILLEGAL
      fits:  JNZ r0, more
             LDI r5, 0
             RETV r5, 144
      more:  ADDI r1, r0, -1
             CALL r1, 1, down
             GETRET r1
             ADD r1, r1, r0
             RETV r1, 144
    `);
    run(t);
    expect(t.register(1)).toBe(1830n);
  });

  test('stack overflow faults at the call with nothing changed, naming the first missing page', () => {
    const t = machineWith(`
      main:  ENTER 2, 0, 0, 32
      call:  CALL r0, 0, large
             PRIM 0
      large: ENTER 2, 0, 0, 0x8000
             PRIM 1
    `);
    t.start('main');
    const before = { fp: t.cpu.fp, sp: t.cpu.sp };
    // The handler needs room of its own: it gets it on the same stack.
    t.vm.run(1000);
    expect(t.cpu.ip).toBe(t.labels.fault + 16);
    const frame = Number(BigInt.asIntN(64, t.register(0)));
    expect(t.memory.ptr(frame + TrapFrame.IP)).toBe(t.labels.call);
    expect(t.memory.ptr(frame + TrapFrame.FP)).toBe(before.fp);
    expect(t.memory.ptr(frame + TrapFrame.SP)).toBe(before.sp);
    expect(t.memory.u32(frame + TrapFrame.ENTER)).toBe(0);
    expect(t.memory.ptr(frame + TrapFrame.FAULT_ADDRESS)).toBe(stackOf(0) - 5 * PAGE);
    expect(t.memory.u32(frame + TrapFrame.VECTOR + 4)).toBe(Access.WRITE);
  });

  test.each([
    ['null', 0n, Vector.PAGE_FAULT, Access.EXECUTE],
    ['data', bits(DATA), Vector.PAGE_FAULT, Access.EXECUTE | Access.PRESENT],
    ['non-canonical', 0xdeadbeefdeadbee8n, Vector.GENERAL_PROTECTION, 0],
    ['unaligned', bits(CODE + 4), Vector.GENERAL_PROTECTION, 0],
  ])('through a pointer to %s reports the target as IP and where the call came from', (_, target, vector, error) => {
    const t = machineWith(`
      main:  ENTER 2, 1, 0, 32
             CALLR r1, r0, 1
      back:  PRIM 0
    `);
    t.start('main', 0, target);
    t.vm.run(1000);
    expect(t.cpu.ip).toBe(t.labels.fault + 16);
    const frame = Number(BigInt.asIntN(64, t.register(0)));
    expect(t.memory.u32(frame + TrapFrame.VECTOR)).toBe(vector);
    expect(t.memory.u32(frame + TrapFrame.VECTOR + 4)).toBe(error);
    expect(hex64(t.memory.u64(frame + TrapFrame.IP))).toBe(hex64(target));
    expect(hex64(t.memory.u64(frame + TrapFrame.FAULT_ADDRESS))).toBe(hex64(target));
    expect(t.memory.u32(frame + TrapFrame.ENTER)).toBe(1);
    expect(t.memory.ptr(frame + TrapFrame.ENTER_RETURN)).toBe(t.labels.back);
  });

  test('to something that is no function is illegal at the target', () => {
    const t = machineWith('main: ENTER 2, 0, 0, 32\nCALL r0, 0, nowhere\nPRIM 0\nnowhere: NOP');
    expect(fault(t)).toMatchObject({ vector: Vector.ILLEGAL, ip: t.labels.nowhere, enter: 1 });
  });

  test('falling into ENTER, PAGE into a missing page, zeroed memory', () => {
    const t = machineWith('main: ENTER 2, 0, 0, 32\nhere: ENTER 2, 0, 0, 0');
    expect(fault(t)).toMatchObject({ vector: Vector.ILLEGAL, ip: t.labels.here, enter: 0 });
    const u = machineWith('main: ENTER 2, 0, 0, 32\nhere: PAGE');
    expect(fault(u)).toMatchObject({ vector: Vector.PAGE_FAULT, ip: u.labels.here, address: bits(CODE + PAGE) });
    const v = machineWith('main: ENTER 2, 0, 0, 32\nJMP zero\n.org 0x100\nzero: .quad 0');
    expect(fault(v)).toMatchObject({ vector: Vector.ILLEGAL, ip: v.labels.zero });
  });

  test('a missing code page can be paged in and the call goes through', () => {
    const t = new TestMachine(
      {},
      {
        primitive(cpu, index) {
          if (index === 0) t.machine.stop(STOPPED_BY_TEST);
          else {
            const address = t.memory.ptr(cpu.argPtr(0) + TrapFrame.FAULT_ADDRESS);
            t.setPte(address, t.pte(address) | Pte.VALID);
          }
        },
      },
    );
    t.load(`
      main:  ENTER 4, 0, 0, 96
             LDI r0, 1
             LDI r1, 2
             LDI r2, 3
             LDI r3, 4
             LDI r4, 5
             CALL r0, 5, far
             GETRET r0
             PRIM 0
             .org 0x1000
      far:   ENTER 3, 5, 0, 0
             ADD r0, r0, r1
             ADD r0, r0, r2
             ADD r0, r0, r3
             ADD r0, r0, r4
             RETV r0, 48
    `);
    t.load(
      'fault: ENTER 1, 1, 0, 32\nMOV r1, r0\nCALL r1, 1, stub\nRET 16\nstub: ENTER 0, 0, 0, 0\nPRIM 1\nRET 0',
      CODE + 0x4000,
    );
    t.handle(Vector.PAGE_FAULT, 'fault');
    t.setPte(t.labels.far, t.pte(t.labels.far) & ~Pte.VALID);
    run(t);
    expect(t.register(0)).toBe(15n);
  });
});

describe('RET', () => {
  /** A callee that stores r0 at its header + offset, then returns. */
  const smash = (offset: number) =>
    machineWith(`
      main:  ENTER 2, 2, 0, 32
             CALL r0, 2, callee
             PRIM 0
      callee: ENTER 2, 2, 0, 0
             GETFP r2
             ST64 r0, [r2+${32 + offset}]
      ret:   RET 32
    `);
  const outcome = (offset: number, value: bigint) => {
    const t = smash(offset);
    t.start('main', 0, value);
    t.vm.run(1000);
    expect(t.cpu.ip).toBe(t.labels.fault + 16);
    const frame = Number(BigInt.asIntN(64, t.register(0)));
    expect(t.memory.ptr(frame + TrapFrame.IP)).toBe(t.labels.ret);
    return {
      vector: t.memory.u32(frame + TrapFrame.VECTOR),
      error: t.memory.u32(frame + TrapFrame.VECTOR + 4),
      address: t.memory.u64(frame + TrapFrame.FAULT_ADDRESS),
    };
  };

  test('a smashed return address', () => {
    const text = 0x4141414141414140n;
    expect(outcome(FrameHeader.RETURN, text)).toEqual({ vector: Vector.GENERAL_PROTECTION, error: 0, address: text });
    const data = outcome(FrameHeader.RETURN, bits(DATA));
    expect(data).toMatchObject({
      vector: Vector.PAGE_FAULT,
      error: Access.EXECUTE | Access.PRESENT,
      address: bits(DATA),
    });
  });

  test('a smashed header', () => {
    expect(outcome(FrameHeader.FLAGS, 0x4141414141414141n).vector).toBe(Vector.GENERAL_PROTECTION);
    expect(outcome(FrameHeader.CALLER_FP, 0x4141414141414140n).vector).toBe(Vector.GENERAL_PROTECTION);
    expect(outcome(FrameHeader.CALLER_FP, 0n)).toMatchObject({ vector: Vector.PAGE_FAULT, address: 0n });
    expect(outcome(FrameHeader.CALLER_FP, bits(DATA + 8)).vector).toBe(Vector.GENERAL_PROTECTION);
  });

  test('with the wrong window size, from the bottom frame', () => {
    const t = machineWith('main: ENTER 2, 0, 0, 32\nhere: RET 48');
    expect(fault(t)).toMatchObject({ vector: Vector.GENERAL_PROTECTION, ip: t.labels.here });
    const u = machineWith('main: ENTER 2, 0, 0, 32\nhere: RET 32');
    expect(fault(u)).toMatchObject({ vector: Vector.ILLEGAL, ip: u.labels.here });
  });

  test('GETRA and GETRASLOT see this frame’s return address', () => {
    const t = machineWith(`
      main:  ENTER 2, 0, 0, 32
             CALL r0, 0, callee
      back:  PRIM 0
      callee: ENTER 2, 0, 0, 0
             GETRA r0, 2
             GETRASLOT r1, 2
             LD64 r2, [r1]
             PRIM 0
    `);
    run(t);
    expect(t.register(0)).toBe(bits(t.labels.back));
    expect(t.register(2)).toBe(bits(t.labels.back));
  });
});

describe('funclets', () => {
  const source = `
      main:  ENTER 4, 0, 0, 32
             LDI r0, 100
             GETFP r4
             LEAIP r5, filter
             LDI r6, 5
             LDI r7, 6
             CALL r4, 4, deep
             GETRET r1
             PRIM 0
             ; finally funclet of main: adds its argument to r0
      finally: FENTER 32
             GETARG r3, 0
             ADD r0, r0, r3
             CALL r3, 1, twice
             GETRET r3
             FRET r3, 32
      filter: FENTER 0
             GETARG r2, 0
             GETARG r3, 1
             ADD r0, r0, r2
             ADD r0, r0, r3
             FRET r0, 0
      twice: ENTER 1, 1, 0, 0
             ADD64 r0, r0, r0
             RETV r0, 16
      deep:  ENTER 4, 4, 0, 64
             LDI r7, 7777
             CALLF r0
             GETRET r5
             RETV r5, 64
      local: ENTER 4, 0, 0, 32
             LDI r0, 100
             LDI r2, 21
             CALLFL r2, finally
             GETRET r1
             PRIM 0
  `;

  test('run over the frame of their parent, from the parent itself', () => {
    const t = machineWith(source);
    t.start('local');
    const fp = t.cpu.fp;
    t.vm.run(1000);
    expect(t.cpu.fp).toBe(fp);
    expect(t.register(0)).toBe(121n);
    expect(t.register(1)).toBe(42n);
  });

  test('run over the frame of their parent, from another function', () => {
    const t = machineWith(source);
    run(t);
    expect(t.register(0)).toBe(111n);
    expect(t.register(1)).toBe(111n);
  });

  test('must begin with FENTER and return through their own header', () => {
    const t = machineWith('main: ENTER 2, 0, 0, 32\nhere: CALLFL r0, other\nother: NOP');
    expect(fault(t)).toMatchObject({ vector: Vector.ILLEGAL, ip: t.labels.here });
    const u = machineWith('main: ENTER 2, 0, 0, 32\nhere: FRET r0, 32');
    expect(fault(u)).toMatchObject({ vector: Vector.GENERAL_PROTECTION, ip: u.labels.here });
    const v = machineWith(
      'main: ENTER 2, 0, 0, 32\nCALLFL r0, f\nf: FENTER 0\nGETSP r1\nST32 r1, [r1]\nhere: FRET r0, 0',
    );
    expect(fault(v)).toMatchObject({ vector: Vector.GENERAL_PROTECTION, ip: v.labels.here });
  });
});

describe('UNWIND', () => {
  const source = `
      main:  ENTER 4, 0, 0, 32
             GETFP r4
             GETSP r5
             LEAIP r6, landing
             LDI r7, 9
             CALL r4, 4, deep
             ILLEGAL
      landing: GETRET r0
             PRIM 0
      deep:  ENTER 4, 4, 0, 32
             CALL r0, 4, deeper
      deeper: ENTER 2, 4, 0, 32
      here:  UNWIND r0
  `;

  test('abandons the frames between', () => {
    const t = machineWith(source);
    t.start('main');
    const { fp, sp } = t.cpu;
    t.vm.run(1000);
    expect(t.register(0)).toBe(9n);
    expect([t.cpu.fp, t.cpu.sp]).toEqual([fp, sp]);
  });

  test('faults before it changes anything', () => {
    const t = machineWith(source.replace('LEAIP r6, landing', 'LDI r6, 0'));
    const seen = fault(t);
    expect(seen).toMatchObject({ vector: Vector.PAGE_FAULT, ip: t.labels.here, address: 0n });
    const u = machineWith(source.replace('GETFP r4', 'LDI r4, 64'));
    expect(fault(u)).toMatchObject({ vector: Vector.PAGE_FAULT, ip: u.labels.here, address: 64n });
  });
});

describe('ALLOCA', () => {
  test('takes memory above the outgoing area in steps of 16; SETSP gives it back, and 0 means nothing', () => {
    const t = machineWith(`
      main:  ENTER 6, 0, 0, 96
             GETSP r0
             LDI r1, 20
             ALLOCA r2, r1, 48
             GETSP r3
             LDI r1, 0
             ALLOCA r4, r1, 48
             SETSP r1
             GETSP r5
             SETSP r0
             GETSP r6
             PRIM 0
    `);
    run(t);
    const sp = t.register(0);
    expect(t.register(3)).toBe(sp - 32n);
    expect(t.register(2)).toBe(sp - 32n + 48n);
    expect(t.register(4)).toBe(sp - 32n + 48n);
    expect(t.register(5)).toBe(sp - 32n);
    expect(t.register(6)).toBe(sp);
  });

  test('touches every page on its way: the first missing one faults with nothing changed', () => {
    for (const size of ['0x20000', '-1']) {
      const t = machineWith(`
        main:  ENTER 2, 0, 0, 32
               LDI r1, ${size}
        take:  ALLOCA r2, r1, 32
      `);
      t.start('main');
      const { sp } = t.cpu;
      const found = fault(t);
      expect(found.vector).toBe(Vector.PAGE_FAULT);
      expect(found.ip).toBe(t.labels.take);
      expect(found.sp).toBe(sp);
      expect(found.address < bits(sp)).toBe(true);
      expect(found.address & 0xfffn).toBe(0n);
    }
  });
});

test('a register beyond the window of broken code lands in RAM, on a page that is marked', () => {
  const t = machineWith(`
      main:  ENTER 1, 0, 0, 0x10
             CALL r0, 0, stray
             PRIM 0
      stray: ENTER 1, 0, 0, 0
             LDI r255, 1
             PRIM 0
  `);
  // The first frame directly below a page boundary, so that the second one's stray register is on the next physical page.
  t.cpu.enter(t.labels.main, { sp: stackOf(0) - PAGE, flags: FrameFlag.BOTTOM });
  t.vm.run(1);
  const { memory } = t.machine;
  memory.dirty.fill(0);
  t.vm.run(1000);
  const at = t.memory.translate(t.cpu.fp) + 8 * 255;
  expect(at >> 12).toBe((t.memory.translate(t.cpu.fp) >> 12) + 1);
  expect(memory.u64(at)).toBe(1n);
  expect(memory.dirty[at >> 12]).not.toBe(0);
});

test('the header of the first frame says so', () => {
  const t = machineWith('main: ENTER 2, 0, 0, 32\nPRIM 0');
  run(t);
  expect(t.memory.u32(t.cpu.fp + 32)).toBe(FrameFlag.BOTTOM);
});
