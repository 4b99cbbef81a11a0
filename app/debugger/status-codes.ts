/**
 * What an NTSTATUS is made of, and which Win32 error a program gets for it: of those that drivers answer with, as the machine's own table has them (a test
 * compares). Pure.
 */
import { hex } from '../words/numbers';

export interface StatusParts {
  readonly severity: 'success' | 'information' | 'warning' | 'error';
  readonly facility: string;
  readonly code: number;
  /** `ERROR_INVALID_FUNCTION (1)`; undefined: not known here. */
  readonly error: string | undefined;
}

const SEVERITIES = ['success', 'information', 'warning', 'error'] as const;

const FACILITIES: Readonly<Record<number, string>> = {
  0: 'general (0)',
  1: 'debugger (1)',
  2: 'remote calls (2)',
  4: 'I/O errors (4)',
  7: 'Win32 (7)',
};

export const ERRORS: ReadonlyMap<number, readonly [error: number, name: string]> = new Map([
  [0x00000000, [0, 'ERROR_SUCCESS']],
  [0x00000103, [997, 'ERROR_IO_PENDING']],
  [0x80000005, [234, 'ERROR_MORE_DATA']],
  [0x8000001a, [259, 'ERROR_NO_MORE_ITEMS']],
  [0xc0000001, [31, 'ERROR_GEN_FAILURE']],
  [0xc0000002, [1, 'ERROR_INVALID_FUNCTION']],
  [0xc0000004, [24, 'ERROR_BAD_LENGTH']],
  [0xc0000005, [998, 'ERROR_NOACCESS']],
  [0xc0000008, [6, 'ERROR_INVALID_HANDLE']],
  [0xc000000d, [87, 'ERROR_INVALID_PARAMETER']],
  [0xc000000e, [433, 'ERROR_NO_SUCH_DEVICE']],
  [0xc000000f, [2, 'ERROR_FILE_NOT_FOUND']],
  [0xc0000010, [1, 'ERROR_INVALID_FUNCTION']],
  [0xc0000011, [38, 'ERROR_HANDLE_EOF']],
  [0xc0000017, [8, 'ERROR_NOT_ENOUGH_MEMORY']],
  [0xc0000022, [5, 'ERROR_ACCESS_DENIED']],
  [0xc0000023, [122, 'ERROR_INSUFFICIENT_BUFFER']],
  [0xc0000024, [6, 'ERROR_INVALID_HANDLE']],
  [0xc0000034, [2, 'ERROR_FILE_NOT_FOUND']],
  [0xc0000035, [183, 'ERROR_ALREADY_EXISTS']],
  [0xc000003a, [3, 'ERROR_PATH_NOT_FOUND']],
  [0xc0000043, [32, 'ERROR_SHARING_VIOLATION']],
  [0xc000009a, [1450, 'ERROR_NO_SYSTEM_RESOURCES']],
  [0xc000009d, [1167, 'ERROR_DEVICE_NOT_CONNECTED']],
  [0xc00000a3, [21, 'ERROR_NOT_READY']],
  [0xc00000b5, [121, 'ERROR_SEM_TIMEOUT']],
  [0xc00000bb, [50, 'ERROR_NOT_SUPPORTED']],
  [0xc00000e8, [1784, 'ERROR_INVALID_USER_BUFFER']],
  [0xc0000120, [995, 'ERROR_OPERATION_ABORTED']],
  [0xc0000184, [22, 'ERROR_BAD_COMMAND']],
  [0xc0000185, [1117, 'ERROR_IO_DEVICE']],
  [0xc0000206, [1784, 'ERROR_INVALID_USER_BUFFER']],
  [0xc0000225, [1168, 'ERROR_NOT_FOUND']],
]);

export function statusParts(status: number): StatusParts {
  const value = status >>> 0;
  const facility = (value >>> 16) & 0xfff;
  const error = ERRORS.get(value);
  return {
    severity: SEVERITIES[value >>> 30] ?? 'error',
    facility: FACILITIES[facility] ?? hex(facility),
    code: value & 0xffff,
    error: error && `${error[1]} (${error[0]})`,
  };
}
