/** Several CPUs, the order of their instructions, and that nothing but the bytes decides it (design rules 1, 2, 4). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CpuField, Vector } from '../machine/layout.ts';
import type { MachineOptions } from '../machine/machine.ts';
import { CODE, DATA, IDT, STOPPED_BY_TEST, TestMachine } from './testing.ts';

const ROUNDS = 500;
const counter = (increment: string) => `
    main:  ENTER 4, 1, 0, 32      ; r0 = counter
           LDI r1, ${ROUNDS}
           LDI r3, 1
    loop:  ${increment}
           ADDI r1, r1, -1
           JNZ r1, loop
           HLT
`;
const PLAIN = 'LD32 r2, [r0]\nADDI r2, r2, 1\nST32 r2, [r0]';
const ATOMIC = 'MOV r2, r3\nXADD r2, r0, r3, 4';

function count(increment: string, options: MachineOptions): number {
  const t = new TestMachine({ cpus: 2, ...options });
  t.load(counter(increment));
  t.start('main', 0, BigInt(DATA));
  t.start('main', 1, BigInt(DATA));
  expect(t.vm.run(1e6)).toBe('idle');
  return t.memory.u32(DATA);
}

describe('two CPUs on one counter', () => {
  test('lose updates with load, add, store, as the seed has it', () => {
    const results = Array.from({ length: 20 }, (_, seed) => count(PLAIN, { seed }));
    for (const result of results) {
      expect(result).toBeGreaterThan(1);
      expect(result).toBeLessThan(2 * ROUNDS);
    }
    expect(new Set(results).size).toBeGreaterThan(5);
    expect(count(PLAIN, { seed: 3 })).toBe(count(PLAIN, { seed: 3 }));
  });

  test('lose none with XADD', () => {
    for (let seed = 0; seed < 20; seed++) expect(count(ATOMIC, { seed })).toBe(2 * ROUNDS);
  });

  test('lose none under a spin lock that pauses', () => {
    const locked = `
      take:  LDI r4, 1
             ADDI64 r5, r0, 64
             XCHG r4, r5, r4, 4
             JZ r4, taken
             PAUSE
             JMP take
      taken: ${PLAIN}
             LDI r4, 0
             ST32 r4, [r5+0]`;
    for (let seed = 0; seed < 10; seed++) expect(count(locked, { seed })).toBe(2 * ROUNDS);
  });
});

/**
 * A machine with everything in it: user-less, but with calls, page faults that a primitive repairs, timers, IPIs, idle
 * CPUs, PAUSE, and a TLB that is told and not told of changes.
 */
function busyMachine(seed: number, cpus: number): TestMachine {
  const t: TestMachine = new TestMachine(
    { cpus, seed },
    {
      primitive(cpu, index) {
        if (index === 1) {
          // The fault handler's: map the page that was missed.
          const page = cpu.cr2 & ~0xfffn;
          t.map(Number(BigInt.asIntN(64, page)), 1, { write: true }, 900 + Number((page >> 12n) & 7n));
        } else if (index === 2) {
          // An interrupt for the next CPU, and the page of this CPU away.
          t.machine.requestInterrupt((cpu.number + 1) % cpus, 5);
          t.unmap(DATA + 0x10000 + 0x1000 * cpu.number);
          t.machine.mmu.flushTlb(cpu.words);
        } else cpu.timerDue = cpu.clock + 3000 + 17 * cpu.number;
      },
    },
  );
  t.load(`
    main:  ENTER 8, 2, 0, 64        ; r0 = own page, r1 = shared page
           CALL r0, 0, arm
    again: LDI r2, 40
    work:  LD32 r3, [r1]
           ADDI r3, r3, 1
           ST32 r3, [r1]
           ST32 r3, [r0+8]
           LD64 r4, [r0+5]
           MUL64 r4, r4, r3
           ST64 r4, [r0+0x100]
           MOV r5, r2
           CALL r5, 1, fib
           ADDI r2, r2, -1
           JNZ r2, work
           STI
           CALL r0, 0, shake
           PAUSE
           HLT
           CLI
           JMP again
    fib:   ENTER 2, 1, 0, 32
           ANDI r0, r0, 7
           JGEI r0, 2, rec
           RETV r0, 32
    rec:   ADDI r1, r0, -1
           CALL r1, 1, fib
           GETRET r1
           ADDI r2, r0, -2
           CALL r2, 1, fib
           GETRET r2
           ADD r1, r1, r2
           RETV r1, 32
    arm:   ENTER 0, 0, 0, 0
           PRIM 0
           RET 0
    shake: ENTER 0, 0, 0, 0
           PRIM 2
           RET 0
    repair: ENTER 0, 0, 0, 0
           PRIM 1
           RET 0
    onfault: ENTER 1, 1, 0, 32
           CALL r0, 0, repair
           RET 16
    onclock: ENTER 1, 1, 0, 32
           CALL r0, 0, arm
           RET 16
    onipi: ENTER 1, 1, 0, 32
           LDI r1, 3
           RET 16
  `);
  t.handle(Vector.PAGE_FAULT, 'onfault');
  t.handle(Vector.INTERRUPT + 13, 'onclock');
  t.handle(Vector.INTERRUPT + 5, 'onipi');
  for (let cpu = 0; cpu < cpus; cpu++) t.start('main', cpu, BigInt(DATA + 0x10000 + 0x1000 * cpu), BigInt(DATA));
  return t;
}

const END = 60_000;
const seeds = fc.integer({ min: 0, max: 1000 });
const cpuCounts = fc.constantFrom(1, 2, 3, 8);

describe('state is bytes', () => {
  test('budgets of any size give the same bytes', () => {
    fc.assert(
      fc.property(
        seeds,
        cpuCounts,
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1 }),
        (seed, cpus, cuts) => {
          const whole = busyMachine(seed, cpus);
          expect(whole.vm.runTo(END)).toBe('limit');
          const parts = busyMachine(seed, cpus);
          for (let i = 0; parts.machine.instant < END; i++) {
            parts.vm.runTo(Math.min(END, parts.machine.instant + cuts[i % cuts.length]));
          }
          expect(parts.machine.instant).toBe(END);
          expect(parts.machine.stateHash()).toBe(whole.machine.stateHash());
        },
      ),
      { numRuns: 20 },
    );
  });

  test('a fresh machine with the same bytes goes on alike, from any instant', () => {
    fc.assert(
      fc.property(seeds, cpuCounts, fc.integer({ min: 0, max: END }), (seed, cpus, instant) => {
        const first = busyMachine(seed, cpus);
        first.vm.runTo(instant);
        const second = busyMachine(0, cpus);
        second.machine.restore(first.machine.save());
        first.vm.runTo(instant + 5000);
        second.machine.stateHash();
        second.vm.runTo(instant + 5000);
        expect(Buffer.compare(second.machine.save(), first.machine.save())).toBe(0);
        expect(second.machine.stateHash()).toBe(first.machine.stateHash());
      }),
      { numRuns: 30 },
    );
  });

  test('every page of RAM that changes is marked, whoever changes it', () => {
    const t = busyMachine(5, 2);
    const { bytes, dirty } = t.machine.memory;
    for (let round = 0; round < 40; round++) {
      const before = bytes.slice();
      dirty.fill(0);
      t.vm.run(700);
      for (let page = 0; page < dirty.length; page++) {
        if (dirty[page]) continue;
        const at = page * 4096;
        const same = Buffer.compare(before.subarray(at, at + 4096), bytes.subarray(at, at + 4096)) === 0;
        expect(same, `page ${page}`).toBe(true);
      }
    }
  });

  test('different seeds interleave differently', () => {
    const hashes = [1, 2, 3].map((seed) => {
      const t = busyMachine(seed, 2);
      t.vm.runTo(END);
      return t.machine.stateHash();
    });
    expect(new Set(hashes).size).toBe(3);
  });

  test('code, data and page tables that are flipped at random never break the simulator', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), seeds, (stream, seed) => {
        const t = busyMachine(seed, 2);
        const { memory } = t.machine;
        const used = 200 * 4096;
        for (let i = 0; i < 30 && t.machine.stopped === 0; i++) {
          const at = stream.next().value % used;
          memory.bytes[at] ^= 1 << (stream.next().value % 8);
          try {
            if (t.vm.run(2000) === 'idle') break;
          } catch (e) {
            // What this test's own primitives do with a broken machine is not the VM's business.
            if (!(e instanceof RangeError)) throw e;
            break;
          }
          for (const cpu of t.vm.cpus) {
            expect(cpu.get(CpuField.WINDOW)).toBeLessThan(memory.ramBytes);
            expect(cpu.get(CpuField.CODE_PA)).toBeLessThan(memory.ramBytes);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('time', () => {
  test('the clocks of running CPUs stay together', () => {
    const t = new TestMachine({ cpus: 4 });
    t.load('main: ENTER 1, 0, 0, 0\nloop: JMP loop');
    for (let cpu = 0; cpu < 4; cpu++) t.start('main', cpu);
    for (let i = 0; i < 100; i++) {
      t.vm.run(997);
      const clocks = t.vm.cpus.map((cpu) => cpu.clock);
      expect(Math.max(...clocks) - Math.min(...clocks)).toBeLessThanOrEqual(128 * 10);
    }
    expect(t.vm.cpus.reduce((sum, cpu) => sum + cpu.retired, 0)).toBe(t.machine.instant);
  });

  test('a CPU that is woken starts at its waker’s time', () => {
    const t = new TestMachine(
      { cpus: 2 },
      {
        primitive(cpu, index) {
          if (index === 0) t.machine.stop(STOPPED_BY_TEST);
          else t.machine.requestInterrupt(1 - cpu.number, 2);
        },
      },
    );
    t.load(`
      sleeper: ENTER 1, 0, 0, 32
               HLT
               RDTSC r0
               PRIM 0
      main:    ENTER 1, 0, 0, 32
      loop:    ADDI r0, r0, 1
               JLTI r0, 10000, loop
               RDTSC r1
               PRIM 1
      spin:    JMP spin
    `);
    t.start('main');
    t.start('sleeper', 1);
    expect(t.vm.run(1e6)).toBe('stopped');
    expect(t.machine.currentCpu).toBe(1);
    const woken = Number(t.memory.u64(t.vm.cpus[1].fp));
    const waker = Number(t.memory.u64(t.vm.cpus[0].fp + 8));
    expect(woken - waker).toBeGreaterThanOrEqual(0);
    expect(woken - waker).toBeLessThan(100);
  });

  test('a halted CPU’s timer fires while another runs alone', () => {
    const t = new TestMachine({ cpus: 2 });
    t.load(`
      sleeper: ENTER 1, 0, 0, 32
               HLT
               RDTSC r0
               PRIM 0
      main:    ENTER 1, 0, 0, 32
      loop:    JMP loop
    `);
    t.start('main');
    t.start('sleeper', 1);
    t.vm.cpus[1].timerDue = 1_000_000;
    expect(t.vm.run(1e6)).toBe('stopped');
    expect(Number(t.memory.u64(t.vm.cpus[1].fp))).toBe(1_000_000);
    expect(Math.abs(t.vm.cpus[0].clock - 1_000_000)).toBeLessThan(3000);
  });

  test('pause comes back at once and leaves no trace', () => {
    const t: TestMachine = new TestMachine({}, { primitive: () => t.vm.pause() });
    t.load('main: ENTER 1, 0, 0, 0\nloop: ADDI r0, r0, 1\nPRIM 0\nJMP loop');
    t.start('main');
    expect(t.vm.run(1000)).toBe('paused');
    expect(t.machine.instant).toBe(2);
  });
});

test('runs a loop with a call', () => {
  const t = new TestMachine();
  t.load(`
    main:  ENTER 4, 0, 0, 64
           LDI r1, 0
           LDI r2, 0
    loop:  MOV r3, r1
           CALL r3, 1, twice
           GETRET r3
           ADD64 r2, r2, r3
           ADDI r1, r1, 1
           JLTI r1, 100, loop
           PRIM 0
    twice: ENTER 1, 1, 0, 0
           ADD64 r0, r0, r0
           RETV r0, 16
  `);
  t.start('main');
  expect(t.vm.run(1e6)).toBe('stopped');
  expect(t.register(2)).toBe(9900n);
  expect(t.machine.instant).toBe(2 + 100 * 8 + 1);
  expect([CODE, IDT].every((va) => t.memory.isMapped(va))).toBe(true);
});
