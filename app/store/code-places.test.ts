/** Places that the machine names, found in its texts, and shown in a text that was edited since the build. */
import { beforeEach, expect, test } from 'vitest';
import { imageBefore, placeIn, showCode, useLostLine } from './code-places';
import { editFile, requestOf, textOf, useProject } from './project';
import { noteBuilt } from './project-built';
import { showPlace, useSelection } from './selection';

const text = () => textOf(useProject.getState().project, 'driver.c');
const shown = () => useSelection.getState().place;
const lost = () => useLostLine.getState().lost;

beforeEach(() => {
  useProject.setState(useProject.getInitialState(), true);
  editFile('driver.c', 'one\ntwo\nthree\nfour\nfive\n');
  noteBuilt(requestOf(useProject.getState().project));
});

test('a place is found in a stack line, with its image if that is the lab’s', () => {
  const own = placeIn('mirror!Entry+0x30 (driver.c:41)');
  expect(own).toMatchObject({ file: 'driver.c', line: 41, image: undefined, isLearners: true });
  const lab = placeIn('nt!KiPageFault+0x170 (ntoskrnl/ke-trap.c:116)');
  expect(lab).toMatchObject({ file: 'ntoskrnl/ke-trap.c', line: 116, image: 'nt', isLearners: false });
  expect(placeIn('nt!KeBugCheckEx+0x8')).toBeUndefined();
  const words = 'written by app!main+0x258 (app.c:34), through memset';
  const place = placeIn(words);
  expect(words.slice(place?.start, place?.end)).toBe('app.c:34');
  expect(imageBefore('cpu 1: ntdll!Foo+0x8 (rtl/a.c:3)', 22)).toBe('ntdll');
  expect(imageBefore('see (a.c:3)', 4)).toBeUndefined();
});

test('a line that only moved is shown where it is now', () => {
  editFile('driver.c', `new\n${text()}`);
  showCode({ file: 'driver.c', line: 3, column: 2 });
  expect(shown()).toMatchObject({ file: 'driver.c', line: 4, column: 2 });
  expect(lost()).toBeUndefined();
});

test('a line that was changed is shown, and what it was is said', () => {
  editFile('driver.c', text().replace('three', '3'));
  showCode({ file: 'driver.c', line: 3, image: 'mirror' });
  expect(shown()).toMatchObject({ file: 'driver.c', line: 3 });
  expect(lost()).toEqual({ file: 'driver.c', line: 3, text: 'three', isChanged: true });
});

test('of a line that is gone the one before is shown, until another place is', () => {
  editFile('driver.c', text().replace('three\n', ''));
  showCode({ file: 'driver.c', line: 3 });
  expect(shown()).toMatchObject({ file: 'driver.c', line: 2 });
  expect(lost()).toEqual({ file: 'driver.c', line: 3, text: 'three', isChanged: false });
  showPlace({ file: 'driver.c', line: 1 });
  expect(lost()).toBeUndefined();
});

test('sources of the lab are as they were built', () => {
  showCode({ file: 'ntoskrnl/ke-trap.c', line: 9, image: 'nt' });
  expect(shown()).toMatchObject({ file: 'ntoskrnl/ke-trap.c', line: 9, image: 'nt' });
});
