import { expect, test } from 'vitest';
import { STOPPED_BY_TEST, TestMachine } from './testing.ts';

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
  expect(t.machine.stopped).toBe(STOPPED_BY_TEST);
  expect(t.register(2)).toBe(9900n);
  expect(t.machine.instant).toBe(2 + 100 * 8 + 1);
});
