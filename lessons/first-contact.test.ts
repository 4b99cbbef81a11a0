/** What the text of "First contact" tells the learner to see on the way back from the symptom to its cause. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const FILES = 'lessons/first-contact/files';

test('stepping backwards from the copy leads to the line that wrote the wrong length', () => {
  const script = [
    'g',
    '!goto 0',
    '!next irp_copy',
    '!next irp_copy',
    't-',
    't-',
    'dv Information',
    'gu-',
    'dv inputLength',
  ];
  const programs = ['--driver', `first=${FILES}/driver.c`, '-I', FILES, '--app', `${FILES}/app.c`];
  const { stdout } = spawnSync(process.execPath, ['.ci/exec.mjs', 'kernel-sim/cli/main.ts', 'debug', ...programs], {
    cwd: PROJECT,
    input: `${script.join('\n')}\n`,
    encoding: 'utf8',
  });
  const shown = stdout.split('\n').filter((line) => !line.startsWith('> '));
  const expected = [
    "console: short: 'Hell' (4 bytes)",
    'irp_copy: 4 bytes to user',
    'driver.c:56) | IoCompleteRequest(Irp, IO_NO_INCREMENT);',
    'driver.c:55) | Irp->IoStatus.Information = Information;',
    'Information = 4',
    'driver.c:86) | return Complete(Irp, STATUS_SUCCESS, inputLength);',
    'inputLength = 4',
  ];
  let from = 0;
  for (const text of expected) {
    const at = shown.findIndex((line, i) => i >= from && line.includes(text));
    expect(at, `${text} in\n${stdout}`).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
}, 120_000);
