/** Traps and their frames, privilege, interrupts, primitives. */
import { describe, expect, test } from 'vitest';
import { Access, GuestFault } from '../machine/faults.ts';
import { CpuField, FrameFlag, FrameHeader, Mach, TrapFrame, Vector } from '../machine/layout.ts';
import { CLOCK_LEVEL, NEVER } from '../machine/machine.ts';
import { CODE, DATA, STOPPED_BY_TEST, stackOf, TestMachine, USER_CODE, USER_STACK } from './testing.ts';
import type { VmHooks } from './vm.ts';

const KERNEL = CODE + 0x4000;
const KSTACK = stackOf(0) - 0x800;
/** Handlers: `fault` stops with the trap frame in r0, `count` counts in DATA and returns. */
const HANDLERS = `
    fault: ENTER 1, 1, 0, 32
           PRIM 99
    count: ENTER 2, 1, 0, 32
           LDI r1, ${DATA % 2 ** 32}
           LDHI r1, ${Math.floor(DATA / 2 ** 32)}
           LD32 r2, [r1]
           ADDI r2, r2, 1
           ST32 r2, [r1]
           RET 32
    service: ENTER 2, 1, 0, 32
           LD64 r1, [r0+${TrapFrame.RAX}]
           ADDI64 r1, r1, 1000
           ST64 r1, [r0+${TrapFrame.RAX}]
           RET 32
    tail:  ENTER 1, 1, 0, 0    ; thread start: turns into user mode by returning through the frame in r0
           RET 16
`;

function machine(hooks: Partial<VmHooks> = {}): TestMachine {
  const t = new TestMachine({}, hooks);
  t.load(HANDLERS, KERNEL);
  const faults = [Vector.DIVIDE, Vector.BREAKPOINT, Vector.ILLEGAL, Vector.GENERAL_PROTECTION, Vector.PAGE_FAULT];
  for (const vector of [...faults, Vector.FASTFAIL, Vector.ASSERT]) t.handle(vector, 'fault');
  for (let irql = 1; irql < 16; irql++) t.handle(Vector.INTERRUPT + irql, 'count');
  for (const cpu of t.vm.cpus) {
    cpu.kernelStack = KSTACK;
    cpu.syscallEntry = t.labels.service;
  }
  return t;
}

/** Starts user code at `main` with r0 = args[0] through a trap frame with ENTER, as a kernel does. */
function startUser(t: TestMachine, source: string, args: readonly bigint[] = []): void {
  t.load(source, USER_CODE, { user: true });
  t.map(USER_STACK - 0x4000, 4, { user: true, write: true });
  const frame = KSTACK - 0x100;
  const { memory } = t;
  memory.setPtr(frame + TrapFrame.IP, t.labels.main);
  memory.setPtr(frame + TrapFrame.SP, USER_STACK - 64);
  memory.setU32(frame + TrapFrame.MODE, 3);
  memory.setU32(frame + TrapFrame.MODE + 4, 1);
  memory.setU32(frame + TrapFrame.ENTER, 1);
  memory.setU32(frame + TrapFrame.ENTER_FLAGS, FrameFlag.BOTTOM | FrameFlag.ENTERED);
  memory.setU64(frame + TrapFrame.RCX, args[0] ?? 0n);
  t.cpu.enter(t.labels.tail, { sp: frame, flags: FrameFlag.TRAP });
}

function trapFrame(t: TestMachine) {
  expect(t.vm.run(10_000)).toBe('stopped');
  expect(t.machine.stopped).toBe(STOPPED_BY_TEST);
  expect(t.cpu.ip).toBe(t.labels.fault + 16);
  const at = Number(BigInt.asIntN(64, t.register(0)));
  const { memory } = t;
  return {
    at,
    vector: memory.u32(at + TrapFrame.VECTOR),
    error: memory.u32(at + TrapFrame.VECTOR + 4),
    address: memory.i64(at + TrapFrame.FAULT_ADDRESS),
    ip: memory.ptr(at + TrapFrame.IP),
    fp: memory.ptr(at + TrapFrame.FP),
    sp: memory.ptr(at + TrapFrame.SP),
    mode: memory.u32(at + TrapFrame.MODE),
    enabled: memory.u32(at + TrapFrame.MODE + 4),
    irql: memory.u32(at + TrapFrame.IRQL),
    rcx: memory.u64(at + TrapFrame.RCX),
  };
}

describe('exceptions', () => {
  test('in user mode come in on the kernel stack, with everything saved', () => {
    const t = machine();
    startUser(t, 'main: ENTER 2, 1, 0, 32\nLDI r1, 0\nhere: ST32 r1, [r0+4]\n', [0x7fff0000n]);
    const frame = trapFrame(t);
    expect(frame).toMatchObject({
      at: KSTACK - TrapFrame.BYTES,
      vector: Vector.PAGE_FAULT,
      error: Access.WRITE | Access.USER,
      address: 0x7fff0004n,
      ip: t.labels.here,
      mode: 3,
      enabled: 1,
      irql: 0,
      rcx: 0x7fff0000n,
    });
    expect(t.cpu.cr2).toBe(0x7fff0004n);
    expect(t.cpu.mode).toBe(0);
    const header = t.cpu.fp + 16;
    expect(t.memory.u32(header + FrameHeader.FLAGS)).toBe(FrameFlag.TRAP);
    expect(t.memory.ptr(header + FrameHeader.CALLER_SP)).toBe(frame.at);
    expect(t.memory.ptr(header + FrameHeader.CALLER_FP)).toBe(frame.fp);
    expect(t.memory.ptr(header + FrameHeader.RETURN)).toBe(t.labels.here);
  });

  test('in kernel mode come in on the same stack', () => {
    const t = machine();
    t.load('main: ENTER 2, 0, 0, 32\nLDI r0, 0\nhere: DIVS r1, r0, r0');
    t.start('main');
    const { sp } = t.cpu;
    expect(trapFrame(t)).toMatchObject({
      at: sp - TrapFrame.BYTES,
      sp,
      vector: Vector.DIVIDE,
      mode: 0,
      ip: t.labels.here,
    });
  });

  test.each([
    ['INT3', Vector.BREAKPOINT, 8],
    ['INT2C', Vector.ASSERT, 8],
    ['FASTFAIL r0', Vector.FASTFAIL, 0],
    ['ILLEGAL', Vector.ILLEGAL, 0],
    ['FENTER 0', Vector.ILLEGAL, 0],
  ])('%s', (instruction, vector, after) => {
    const t = machine();
    startUser(t, `main: ENTER 1, 0, 0, 32\nLDI r0, 55\nhere: ${instruction}\n`);
    const frame = trapFrame(t);
    expect(frame).toMatchObject({ vector, ip: t.labels.here + after, mode: 3 });
    if (instruction.startsWith('FASTFAIL')) expect(frame.rcx).toBe(55n);
  });

  test.each(['HLT', 'CLI', 'STI', 'RDCR r0, 8', 'WRCR r0, 8', 'RDMSR r0, r0', 'WRMSR r0, r0', 'INVLPG r0'])(
    '%s is forbidden in user mode',
    (instruction) => {
      const t = machine();
      startUser(t, `main: ENTER 1, 0, 0, 32\nhere: ${instruction}\n`);
      expect(trapFrame(t)).toMatchObject({
        vector: Vector.GENERAL_PROTECTION,
        error: 0,
        address: 0n,
        ip: t.labels.here,
      });
    },
  );

  test('PRIM is illegal in user mode', () => {
    const t = machine();
    startUser(t, 'main: ENTER 1, 0, 0, 32\nhere: PRIM 3');
    expect(trapFrame(t)).toMatchObject({ vector: Vector.ILLEGAL, ip: t.labels.here });
  });

  test('user mode may not touch or execute kernel pages, nor the kernel execute user pages', () => {
    const t = machine();
    startUser(t, 'main: ENTER 1, 1, 0, 32\nhere: LD32 r0, [r0]', [BigInt(DATA)]);
    expect(trapFrame(t)).toMatchObject({ error: Access.PRESENT | Access.USER, address: BigInt(DATA) });
    const u = machine();
    startUser(u, 'main: ENTER 1, 1, 0, 32\nhere: CALLR r0, r0, 0', [BigInt(u.labels.service)]);
    expect(trapFrame(u)).toMatchObject({ error: Access.PRESENT | Access.USER | Access.EXECUTE, ip: u.labels.service });
    const v = machine();
    v.load('main: ENTER 1, 1, 0, 32\nhere: CALLR r0, r0, 0');
    v.load('user: ENTER 1, 0, 0, 0', USER_CODE, { user: true });
    v.start('main', 0, USER_CODE);
    expect(trapFrame(v)).toMatchObject({ error: Access.PRESENT | Access.EXECUTE, ip: USER_CODE, mode: 0 });
  });

  test('a trap that cannot be delivered is a double fault, with the machine as it was', () => {
    for (const breakIt of [
      (t: TestMachine) => (t.cpu.kernelStack = 0x5000),
      (t: TestMachine) => (t.cpu.idt = 0x5000),
      (t: TestMachine) => t.memory.setU64(t.cpu.idt + 8 * Vector.DIVIDE, 0n),
      (t: TestMachine) => t.memory.setPtr(t.cpu.idt + 8 * Vector.DIVIDE, t.labels.fault + 8),
    ]) {
      let seen = 0;
      const t: TestMachine = machine({
        doubleFault(cpu) {
          seen++;
          expect([cpu.ip, cpu.mode]).toEqual([t.labels.here, 3]);
          t.machine.stop(STOPPED_BY_TEST);
        },
      });
      startUser(t, 'main: ENTER 1, 1, 0, 32\nhere: DIVS r0, r0, r0');
      breakIt(t);
      t.vm.run(1000);
      expect(seen).toBe(1);
    }
  });
});

test('a handler whose first instruction faults for ever ends as a double fault', () => {
  let seen = 0;
  const t: TestMachine = machine({
    doubleFault() {
      seen++;
      t.machine.stop(STOPPED_BY_TEST);
    },
  });
  t.load('main: ENTER 1, 0, 0, 32\nILLEGAL\nbad: ENTER 1, 1, 0, 0\nILLEGAL');
  t.handle(Vector.ILLEGAL, 'bad');
  t.start('main');
  expect(t.vm.run(1000)).toBe('stopped');
  expect([seen, t.machine.instant]).toEqual([1, 0]);
});

describe('SYSCALL', () => {
  const program = `
    main:  ENTER 2, 0, 0, 96
           LDI r1, 7
           CALL r1, 1, stub
           GETRET r1
           JNEI r1, 1042, bad
           RDFLAGS r2
           INT3
    bad:   ILLEGAL
    stub:  ENTER 1, 0, 0, 0
           LDI r0, 42
           SYSCALL r0, 16
    after: GETRET r0
           RETV r0, 16
  `;

  test('goes to the kernel and back', () => {
    const t = machine();
    startUser(t, program);
    expect(trapFrame(t).vector).toBe(Vector.BREAKPOINT);
  });

  test('leaves the service number, the arguments and where it came from', () => {
    const t = machine();
    t.cpu.syscallEntry = t.labels.fault;
    startUser(t, program);
    const frame = trapFrame(t);
    const { memory } = t;
    expect(frame).toMatchObject({ vector: Vector.SYSCALL, ip: t.labels.after, mode: 3 });
    expect(memory.u64(frame.at + TrapFrame.RAX)).toBe(42n);
    expect(memory.ptr(frame.at + TrapFrame.RCX)).toBe(t.labels.after);
    expect(memory.u64(frame.at + TrapFrame.R10)).toBe(7n);
    expect(memory.u64(frame.at + TrapFrame.R11)).toBe(0x202n);
    const caller = memory.ptr(frame.fp + 16 + FrameHeader.CALLER_SP);
    expect(memory.ptr(frame.at + TrapFrame.ARGUMENTS)).toBe(caller);
  });
});

describe('interrupts', () => {
  const loop = `
    main:  ENTER 2, 0, 0, 32
           STI
    loop:  ADDI r0, r0, 1
           JMP loop
  `;

  test('come when above the IRQL and enabled, highest first, and end where they began', () => {
    const order: number[] = [];
    const t = machine({ trapped: (cpu, vector) => order.push(vector, cpu.irql) });
    t.load(loop);
    t.start('main');
    t.vm.run(10);
    t.cpu.irql = 2;
    t.cpu.requestInterrupt(1);
    t.cpu.requestInterrupt(2);
    t.vm.run(10);
    expect(order).toEqual([]);
    t.cpu.requestInterrupt(5);
    t.cpu.requestInterrupt(9);
    t.vm.run(100);
    expect(order).toEqual([Vector.INTERRUPT + 9, 9, Vector.INTERRUPT + 5, 5]);
    expect(t.memory.u32(DATA)).toBe(2);
    t.cpu.irql = 0;
    t.vm.run(100);
    expect(t.memory.u32(DATA)).toBe(4);
    expect([t.cpu.irql, t.cpu.requested]).toEqual([0, 0]);
    t.cpu.interruptsEnabled = false;
    t.cpu.requestInterrupt(9);
    t.vm.run(100);
    expect(t.memory.u32(DATA)).toBe(4);
  });

  test('lowering CR8 lets them in after that instruction', () => {
    const t = machine();
    t.load('main: ENTER 2, 0, 0, 32\nSTI\nLDI r1, 0\nNOP\nlower: WRCR r1, 8\nafter: NOP\nPRIM 0');
    const seen: number[] = [];
    t.start('main');
    t.cpu.irql = 15;
    t.cpu.requestInterrupt(4);
    while (t.machine.stopped === 0) {
      seen.push(t.cpu.ip);
      t.vm.run(1);
    }
    const lower = seen.indexOf(t.labels.lower);
    expect(seen[lower + 1]).toBe(t.labels.after);
    expect(seen[lower + 2]).toBe(t.labels.count + 16);
    expect(seen.at(-1)).toBe(t.labels.after + 8);
  });

  test('the local timer fires once, at its time, and wakes a halted CPU', () => {
    const t = machine();
    t.load('main: ENTER 2, 0, 0, 32\nSTI\nHLT\nwoken: RDTSC r1\nPRIM 0');
    t.start('main');
    t.cpu.timerDue = 123_456;
    expect(t.vm.run(1000)).toBe('stopped');
    expect(t.memory.u32(DATA)).toBe(1);
    expect(t.cpu.timerDue).toBe(NEVER);
    // The handler's six instructions came between the wake-up and RDTSC.
    expect(t.register(1)).toBe(123_456n + 60n);
  });

  test('in a running CPU the timer is exact to an instruction', () => {
    const t = machine();
    t.load(loop);
    t.start('main');
    t.cpu.timerDue = 995;
    t.vm.runTo(100);
    expect(t.cpu.requested).toBe(0);
    expect(t.cpu.clock).toBe(1000);
    t.vm.runTo(101);
    expect(t.cpu.irql).toBe(CLOCK_LEVEL);
  });

  test('nothing to wake up for is idle, and can be ended by a request', () => {
    const t = machine();
    t.load('main: ENTER 2, 0, 0, 32\nSTI\nHLT\nPRIM 0');
    t.start('main');
    expect(t.vm.run(1000)).toBe('idle');
    const hash = t.machine.stateHash();
    expect(t.vm.run(1000)).toBe('idle');
    expect(t.machine.stateHash()).toBe(hash);
    t.cpu.requestInterrupt(3);
    expect(t.vm.run(1000)).toBe('stopped');
  });

  test('in user mode they use the kernel stack and go back to user mode', () => {
    const t = machine();
    startUser(t, 'main: ENTER 1, 0, 0, 0\nloop: ADDI r0, r0, 1\nJLTI r0, 1000, loop\nINT3');
    t.cpu.timerDue = 5000;
    t.vm.runTo(501);
    expect(t.cpu.mode).toBe(0);
    expect(t.memory.u32(KSTACK - TrapFrame.BYTES + TrapFrame.MODE)).toBe(3);
    expect(trapFrame(t).mode).toBe(3);
    expect(t.memory.u32(DATA)).toBe(1);
    expect(t.cpu.userNs + t.cpu.kernelNs).toBe(t.cpu.clock);
    expect(t.cpu.kernelNs).toBe(10 * (1 + 6 + 1));
  });
});

describe('a trap frame that is returned to', () => {
  test('whose window page is gone faults there, and goes on when it is back', () => {
    const t = machine();
    startUser(t, 'main: ENTER 1, 0, 0, 0\nLDI r0, 5\nhere: INT3\nafter: NOP\n');
    expect(trapFrame(t).vector).toBe(Vector.BREAKPOINT);
    // Return from the handler by hand, with the user's stack page missing.
    const page = USER_STACK - 0x1000;
    const pte = t.pte(page);
    t.unmap(page);
    t.machine.set(Mach.STOPPED, 0);
    t.load('back: ENTER 1, 1, 0, 0\nRET 16', KERNEL + 0x2000);
    const frame = KSTACK - TrapFrame.BYTES;
    t.cpu.enter(t.labels.back, { sp: frame, flags: FrameFlag.TRAP });
    const seen = trapFrame(t);
    expect(seen).toMatchObject({
      vector: Vector.PAGE_FAULT,
      ip: t.labels.after,
      mode: 3,
      error: Access.WRITE | Access.USER,
    });
    t.setPte(page, pte);
    t.machine.set(Mach.STOPPED, 0);
    t.cpu.enter(t.labels.back, { sp: seen.at, flags: FrameFlag.TRAP });
    t.vm.run(2);
    expect([t.cpu.ip, t.cpu.mode]).toEqual([t.labels.after + 8, 3]);
    expect(t.register(0)).toBe(5n);
  });

  test('that is nonsense faults at the return', () => {
    const t = machine();
    t.load('main: ENTER 1, 1, 0, 0\nhere: RET 16');
    t.cpu.enter(t.labels.main, { sp: DATA + 0x100, flags: FrameFlag.TRAP });
    t.cpu.set(CpuField.SP, stackOf(0) - 64);
    t.memory.setU32(DATA + 0x100 + TrapFrame.MODE, 1);
    expect(trapFrame(t)).toMatchObject({ vector: Vector.GENERAL_PROTECTION, ip: t.labels.here });
  });
});

describe('primitives', () => {
  const program = `
    main:  ENTER 4, 0, 0, 96
           LDI r0, -1
           LDI r1, 2
           LDI r2, 3
           LDI r3, 4
           LDI r4, 5
           LDI r5, -6
           CALL r0, 6, stub
           GETRET r7
           PRIM 0
    stub:  ENTER 0, 0, 0, 0
    prim:  PRIM 1
           RET 0
  `;

  test('see their arguments and give a result', () => {
    const t = machine({
      primitive(cpu, index) {
        if (index === 0) return t.machine.stop(STOPPED_BY_TEST);
        expect(cpu.ip).toBe(t.labels.prim + 8);
        expect([cpu.arg32(0), cpu.arg32s(0), cpu.arg64(0), cpu.argPtr(0)]).toEqual([
          0xffffffff,
          -1,
          2n ** 64n - 1n,
          -1,
        ]);
        expect([1, 2, 3, 4].map((i) => cpu.arg32(i))).toEqual([2, 3, 4, 5]);
        expect(cpu.arg64s(5)).toBe(-6n);
        cpu.setRax64(DATA);
      },
    });
    t.load(program);
    t.start('main');
    t.vm.run(1000);
    expect(t.register(7)).toBe(BigInt.asUintN(64, BigInt(DATA)));
  });

  test('that fault leave IP at the PRIM, and can be restarted', () => {
    let tries = 0;
    const t = machine({
      primitive(cpu, index) {
        if (index === 99) return t.machine.stop(STOPPED_BY_TEST);
        if (index === 1 && ++tries < 3) {
          if (tries === 1) t.memory.u32(0x5000);
          throw new GuestFault('gp', 0x12345678, 0x9abc, 0);
        }
        if (index === 0) t.machine.stop(STOPPED_BY_TEST);
        else cpu.setRax32(77);
      },
    });
    t.load(program);
    t.start('main');
    expect(trapFrame(t)).toMatchObject({ vector: Vector.PAGE_FAULT, address: 0x5000n, error: 0, ip: t.labels.prim });
    expect(t.cpu.cr2).toBe(0x5000n);
    t.machine.set(Mach.STOPPED, 0);
    t.handle(Vector.GENERAL_PROTECTION, 'count');
    t.load('back: ENTER 1, 1, 0, 0\nRET 16', KERNEL + 0x2000);
    t.cpu.enter(t.labels.back, { sp: Number(BigInt.asIntN(64, t.register(0))), flags: FrameFlag.TRAP });
    t.vm.run(1000);
    expect(t.register(7)).toBe(77n);
    expect(tries).toBe(3);
    expect(t.memory.u32(DATA)).toBe(1);
  });

  test('an error of ours is no guest fault', () => {
    const t = machine({
      primitive() {
        throw new Error('ours');
      },
    });
    t.load(program);
    t.start('main');
    expect(() => t.vm.run(1000)).toThrow('ours');
  });

  test('can switch to another thread', () => {
    const t: TestMachine = machine({
      primitive(cpu, index) {
        if (index === 0) return t.machine.stop(STOPPED_BY_TEST);
        cpu.enter(t.labels.other, { args: [5], sp: DATA + 0x2000, flags: FrameFlag.BOTTOM });
      },
    });
    t.load('main: ENTER 1, 0, 0, 32\nPRIM 1\nILLEGAL\nother: ENTER 1, 1, 0, 32\nADDI r0, r0, 1\nPRIM 0');
    t.start('main');
    t.vm.run(1000);
    expect(t.register(0)).toBe(6n);
    expect(t.cpu.fp).toBe(DATA + 0x2000 - 48);
  });
});

describe('privileged registers', () => {
  test('control and model-specific registers', () => {
    const t = machine();
    t.load(`
      main:  ENTER 4, 0, 0, 32
             LDI r0, 9
             WRCR r0, 8
             RDCR r1, 8
             RDCR r2, 3
             WRCR r2, 3
             LDI r3, ${0xc0000102 | 0}
             LDI r4, 0x7000
             WRMSR r3, r4
             RDMSR r5, r3
             STI
             RDFLAGS r6
             CLI
             RDFLAGS r7
             PRIM 0
    `);
    t.start('main');
    t.vm.run(100);
    expect([1, 2, 5, 6, 7].map((r) => t.register(r))).toEqual([9n, BigInt(t.cr3), 0x7000n, 0x202n, 2n]);
    expect(t.cpu.gsUser).toBe(0x7000);
  });

  test.each([
    ['LDI r0, 16\nhere: WRCR r0, 8', Vector.GENERAL_PROTECTION],
    ['LDI r0, 0x7ffff000\nhere: WRCR r0, 3', Vector.GENERAL_PROTECTION],
    ['here: RDCR r0, 5', Vector.ILLEGAL],
    ['here: RDMSR r0, r0', Vector.GENERAL_PROTECTION],
  ])('%s', (source, vector) => {
    const t = machine();
    t.load(`main: ENTER 1, 0, 0, 32\n${source}`);
    t.start('main');
    expect(trapFrame(t)).toMatchObject({ vector, ip: t.labels.here });
  });

  test('INVLPG lets a changed entry be seen', () => {
    const t = machine();
    t.load(`main: ENTER 2, 1, 0, 32
      LD32 r1, [r0]
      PRIM 1
      LD32 r2, [r0]
      INVLPG r0
      LD32 r3, [r0]
      PRIM 0`);
    t.start('main', 0, BigInt(DATA + 0x1000));
    t.memory.setU32(DATA + 0x1000, 1);
    t.memory.setU32(DATA + 0x2000, 2);
    t.vm.run(2);
    t.setPte(DATA + 0x1000, t.pte(DATA + 0x2000));
    t.vm.run(1);
    t.machine.set(Mach.STOPPED, 0);
    t.vm.run(100);
    expect([1, 2, 3].map((r) => t.memory.u32(t.cpu.fp + 8 * r))).toEqual([1, 1, 2]);
  });
});
