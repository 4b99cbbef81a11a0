import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERRORS, statusParts } from './status-codes';

const read = (path: string) => readFileSync(new URL(`../../kernel-sim/guest/${path}`, import.meta.url), 'utf8');

test('statuses become the errors that the machine makes of them', () => {
  const machine = new Map(
    [...read('ntoskrnl/rtlstatus.c').matchAll(/\{0x([0-9A-F]{8}), (\d+)\}/g)].map(([, status, error]) => [
      Number.parseInt(status ?? '', 16),
      Number(error),
    ]),
  );
  expect(machine.size).toBeGreaterThan(500);
  for (const [status, [error]] of ERRORS) expect([status, machine.get(status)]).toEqual([status, error]);
});

test('an NTSTATUS in its parts', () => {
  expect(statusParts(0xc0000010)).toEqual({
    severity: 'error',
    facility: 'general (0)',
    code: 0x10,
    error: 'ERROR_INVALID_FUNCTION (1)',
  });
  expect(statusParts(0x40000000).severity).toBe('information');
  expect(statusParts(0xc0070005)).toMatchObject({ facility: 'Win32 (7)', error: undefined });
  expect(statusParts(-1073741808).severity).toBe('error');
});
