/**
 * The four buffer methods and the checks before the driver is called (semantics B3).
 */
import { describe, expect, test } from 'vitest';
import { appWith, driverWith, runLab } from '../../lab-testing.ts';

const CODES = `
#define CODE(method) CTL_CODE(FILE_DEVICE_UNKNOWN, 0x900, method, FILE_ANY_ACCESS)
`;

/** Prints which buffers it was given, then runs `more`. */
const REPORT = `
    DbgPrint("%lu %lu system %d mdl %d user %d type3 %d\\n", In, Out, Buffer != NULL, Irp->MdlAddress != NULL, Irp->UserBuffer != NULL,
             Stack->Parameters.DeviceIoControl.Type3InputBuffer != NULL);
`;

function run(control: string, body: string) {
  const outcome = runLab({
    driver: driverWith(`${REPORT}${control}\n    return Complete(Irp, STATUS_SUCCESS, 0);`, { globals: CODES }),
    app: appWith(`    char in[16] = "input", out[16] = "output";\n${body}`, CODES),
  });
  return { ...outcome, lines: outcome.console.trim().split('\n'), reports: outcome.debug.trim().split('\n') };
}

const call = (method: string, input = 'in, 6', output = 'out, 16') =>
  `printf("%d ", DeviceIoControl(h, CODE(${method}), ${input}, ${output}, &got, NULL)); printf("%lu\\n", GetLastError());`;

describe('what the driver is given', () => {
  test('METHOD_BUFFERED: one system buffer', () => {
    expect(run('', call('METHOD_BUFFERED')).reports).toEqual(['6 16 system 1 mdl 0 user 1 type3 0']);
  });

  test('METHOD_IN_DIRECT and METHOD_OUT_DIRECT: input in a system buffer, output in an MDL', () => {
    expect(run('', call('METHOD_IN_DIRECT') + call('METHOD_OUT_DIRECT')).reports).toEqual([
      '6 16 system 1 mdl 1 user 0 type3 0',
      '6 16 system 1 mdl 1 user 0 type3 0',
    ]);
  });

  test('METHOD_NEITHER: the raw addresses', () => {
    expect(run('', call('METHOD_NEITHER')).reports).toEqual(['6 16 system 0 mdl 0 user 1 type3 1']);
  });

  test('a null buffer has no length', () => {
    const { reports } = run(
      '',
      call('METHOD_BUFFERED', 'NULL, 100', 'NULL, 100') + call('METHOD_OUT_DIRECT', 'NULL, 100', 'NULL, 100'),
    );
    expect(reports[0]).toBe('0 0 system 0 mdl 0 user 0 type3 0');
    expect(reports[1]).toMatch(/^0 100 system 0 mdl 0/);
  });
});

describe('the data', () => {
  test('of a direct output buffer is written in place', () => {
    const { lines } = run(
      `if (Irp->MdlAddress) {
          PCHAR p = MmGetSystemAddressForMdlSafe(Irp->MdlAddress, NormalPagePriority);
          RtlCopyMemory(p, "direct", 7);
      }`,
      `DeviceIoControl(h, CODE(METHOD_OUT_DIRECT), in, 6, out, 16, &got, NULL); printf("%s\\n", out);`,
    );
    expect(lines).toEqual(['direct']);
  });

  test('of a buffered request is not cleared beyond the input', () => {
    const { debug } = run(
      `if (In == 6) { RtlFillMemory(Buffer, 100, 0x5A); } else DbgPrint("left %02X\\n", ((PUCHAR)Buffer)[60]);`,
      `char big[100];
       DeviceIoControl(h, CODE(METHOD_BUFFERED), in, 6, big, 100, &got, NULL);
       DeviceIoControl(h, CODE(METHOD_BUFFERED), in, 1, big, 100, &got, NULL);`,
    );
    expect(debug).toContain('left 5A');
  });

  test('of a buffered request is one buffer: output overwrites input', () => {
    const { debug } = run(
      `if (Out) { ((PCHAR)Buffer)[0] = 'X'; DbgPrint("%c\\n", ((PCHAR)Buffer)[0]); }`,
      'DeviceIoControl(h, CODE(METHOD_BUFFERED), in, 6, out, 16, &got, NULL);',
    );
    expect(debug).toMatch(/X\n$/);
  });
});

describe('before the driver is called', () => {
  test('unreadable input and unwritable output are refused with 998', () => {
    const { lines, reports } = run(
      '',
      call('METHOD_BUFFERED', '(void *)0x1000, 8') +
        call('METHOD_BUFFERED', 'in, 6', '(void *)0xFFFF800000000000, 8') +
        call('METHOD_OUT_DIRECT', 'in, 6', '(void *)0x1000, 8'),
    );
    expect(lines).toEqual(['0 998', '0 998', '0 998']);
    expect(reports).toEqual(['']);
  });

  test('METHOD_NEITHER is not checked: the driver has to', () => {
    const { debug, lines } = run(
      `__try { ProbeForRead(Stack->Parameters.DeviceIoControl.Type3InputBuffer, In, 1);
               DbgPrint("%d\\n", *(PCHAR)Stack->Parameters.DeviceIoControl.Type3InputBuffer); }
       __except (EXCEPTION_EXECUTE_HANDLER) { DbgPrint("caught %lX\\n", GetExceptionCode());
               return Complete(Irp, GetExceptionCode(), 0); }`,
      call('METHOD_NEITHER', '(void *)0x1000, 8'),
    );
    expect(debug).toContain('caught C0000005');
    expect(lines).toEqual(['0 998']);
  });

  test('a handle that is none is error 6, one of another type error 6', () => {
    const { lines } = run(
      '',
      `HANDLE e = CreateEventA(NULL, TRUE, FALSE, NULL);
       printf("%d ", DeviceIoControl((HANDLE)0x5554, CODE(0), NULL, 0, NULL, 0, &got, NULL)); printf("%lu\\n", GetLastError());
       printf("%d ", DeviceIoControl(e, CODE(0), NULL, 0, NULL, 0, &got, NULL)); printf("%lu\\n", GetLastError());
       CloseHandle(e);`,
    );
    expect(lines).toEqual(['0 6', '0 6']);
  });
});
