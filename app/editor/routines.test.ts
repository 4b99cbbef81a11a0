import { expect, test } from 'vitest';
import { sampleOf } from '../samples/samples';
import { routinesIn } from './routines';

test('the routines of a driver, each at the line of its name', () => {
  const text = sampleOf('mirror').files['driver.c'];
  const found = routinesIn(text);
  expect(found.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['DriverEntry', 'MirrorUnload', 'MirrorDeviceControl']),
  );
  const lines = text.split('\n');
  for (const { name, line } of found) expect(lines[line - 1]).toContain(name);
});

test('declarations, calls and statements are none', () => {
  expect(routinesIn('int f(void);\nint g(int a)\n{\n    if (a) { f(); }\n}\nwhile (1) {}\n')).toEqual([
    { name: 'g', line: 2 },
  ]);
});

test('neither a macro with a block nor what stands in comments and texts', () => {
  const text = '#define ONCE(x) { x; }\n/* h(int a) { */\nstatic const char s[] = "k() {";\nint\nm(\n  int a)\n{\n}\n';
  expect(routinesIn(text)).toEqual([{ name: 'm', line: 5 }]);
});
