/**
 * Every sample of the page does what its first comment says. Here, because only the simulator may drive the lab.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Outcome, runLab } from './lab-testing.ts';

const SAMPLES = new URL('../app/samples/', import.meta.url);

/** Runs a sample, with one piece of its driver replaced if need be. */
function run(sample: string, change?: readonly [from: string, to: string]): Outcome {
  const text = (file: string) => readFileSync(new URL(`${sample}/${file}`, SAMPLES), 'utf8');
  const driver = text('driver.c');
  if (change) expect(driver).toContain(change[0]);
  return runLab({ driver: change ? driver.replace(...change) : driver, app: text('app.c') });
}

const eventsIn = ({ trace }: Outcome) => trace.map(({ event }) => event);

const names = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test.each(names)('%s builds without a warning', (sample) => {
  expect(run(sample).report).toMatchObject({ ok: true, messages: [] });
});

test('mirror answers with the text reversed', () => {
  const { console, end } = run('mirror');
  expect(end).toMatchObject({ kind: 'exit', status: 0 });
  expect(console).toBe('sent:     Hello from user mode\nreceived: edom resu morf olleH (20 bytes)\n');
});

test('counter loses nothing under its lock, and something without', () => {
  const locked = run('counter');
  expect(locked.end).toMatchObject({ kind: 'exit', status: 0 });
  expect(locked.console).toContain('counted:  4000\nNothing was lost.');

  const racing = run('counter', ['#define USE_LOCK 1', '#define USE_LOCK 0']);
  expect(racing.end).toMatchObject({ kind: 'exit', status: 0 });
  expect(racing.console).toMatch(/increments were lost!/);
});

test('later leaves its request pending until the DPC of its timer completes it', () => {
  const outcome = run('later');
  expect(outcome.end).toMatchObject({ kind: 'exit', status: 0 });
  expect(outcome.console).toMatch(/^The request is pending.*\nThe answer is 42 \(4 bytes\)/);
  expect(outcome.debug).toContain('pending at IRQL 0');
  expect(outcome.debug).toContain('completed at IRQL 2');
  const [pend, timer, dpc] = ['irp_pend', 'timer', 'dpc'].map((event) => eventsIn(outcome).indexOf(event));
  expect(pend).toBeGreaterThan(0);
  expect(timer).toBeGreaterThan(pend as number);
  expect(dpc).toBeGreaterThan(timer as number);
});

test('null stops the system at the line of its bug, until it is repaired as it says', () => {
  const { end } = run('null');
  expect(end).toMatchObject({ kind: 'bugcheck', bugcheck: { name: 'SYSTEM_SERVICE_EXCEPTION' } });
  expect(JSON.stringify(end)).toContain('NullDeviceControl');

  const check = `if (stack->Parameters.DeviceIoControl.OutputBufferLength < sizeof(ULONG)) {
        return Complete(Irp, STATUS_BUFFER_TOO_SMALL, 0);
    }
    *answer = 42;`;
  const repaired = run('null', ['*answer = 42;', check]);
  expect(repaired.end).toMatchObject({ kind: 'exit', status: 0 });
  expect(repaired.console).toContain('and the system still runs');
});
