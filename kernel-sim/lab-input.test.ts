/**
 * A program that waits for what a person types: the machine stands still meanwhile, in simulated time, too.
 */
import { expect, test } from 'vitest';
import { createLab } from './lab.ts';
import { DEFAULT_CONFIG } from './protocol/lab-api.ts';

const READER = `
#include <stdio.h>
int main(void) { char b[32]; printf("name? "); fgets(b, sizeof(b), stdin); printf("hello %s", b); return 7; }`;

test('waiting for input takes no simulated time, and input goes on from there', () => {
  const lab = createLab();
  const apps = [{ name: 'app.exe', sources: [{ name: 'app.c', text: READER }] }];
  expect(lab.build({ ...DEFAULT_CONFIG, drivers: [], apps, interactive: true }).ok).toBe(true);
  lab.start();
  for (let i = 0; i < 20 && !lab.waitsForInput; i++) lab.run(100_000);
  expect(lab.waitsForInput).toBe(true);
  expect(lab.takeConsole()).toBe('name? ');
  const { time } = lab.state;
  expect(time).toBeLessThan(1e9);

  lab.input('Ann\n');
  for (let i = 0; i < 20 && !lab.state.end; i++) lab.run(100_000);
  expect(lab.takeConsole()).toBe('hello Ann\n');
  expect(lab.state).toMatchObject({ end: { kind: 'exit', status: 7 } });
  expect(lab.state.time - time).toBeLessThan(1e8);
});
