// @vitest-environment node
import { expect, test } from 'vitest';
import { placeIn } from './places';

test('a place is found in a stack line, and whether it is one of the learner', () => {
  expect(placeIn('mirror!Entry+0x30 (driver.c:41)')).toMatchObject({ file: 'driver.c', line: 41, isLearners: true });
  expect(placeIn('nt!KiPageFault+0x170 (ntoskrnl/ke-trap.c:116)')).toMatchObject({
    file: 'ntoskrnl/ke-trap.c',
    line: 116,
    isLearners: false,
  });
  expect(placeIn('nt!KeBugCheckEx+0x8')).toBeUndefined();
  const text = 'written by app!main+0x258 (app.c:34), through memset';
  const place = placeIn(text);
  expect(text.slice(place?.start, place?.end)).toBe('app.c:34');
});
