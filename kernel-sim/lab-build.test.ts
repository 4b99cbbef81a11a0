/** What a builder takes from before is what it would build anew. */
import { expect, test } from 'vitest';
import { createBuilder } from './lab.ts';
import { DEFAULT_CONFIG, type LabConfig } from './protocol/lab-api.ts';

const DRIVER = `#include <ntddk.h>
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{ UNREFERENCED_PARAMETER(DriverObject); UNREFERENCED_PARAMETER(RegistryPath); return STATUS_SUCCESS; }`;
const APP = `#include "shared.h"
int main(void) { int x = 0; if (x = 1) return ANSWER; return x; }`;

function configOf(change: Partial<LabConfig> & { driver?: string; app?: string } = {}): LabConfig {
  const { driver = DRIVER, app = APP, ...config } = change;
  return {
    ...DEFAULT_CONFIG,
    drivers: [{ name: 'lab', sources: [{ name: 'lab.c', text: driver }] }],
    apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text: app }] }],
    headers: { 'shared.h': '#define ANSWER 42' },
    ...config,
  };
}

test('what did not change is the same image with the same findings, whatever else changed', () => {
  const builder = createBuilder();
  const first = builder.build(configOf());
  expect(first.report.messages.map(({ id, file }) => `${id} ${file}`)).toEqual(['assignment-in-condition app.c']);
  expect(builder.build(configOf({ seed: 9 })).images.get('lab.sys')).toBe(first.images.get('lab.sys'));
  const broken = builder.build(configOf({ driver: `${DRIVER} int;` }));
  expect(broken.images.get('app.exe')).toBe(first.images.get('app.exe'));
  const wrong = builder.build(configOf({ driver: `${DRIVER} int x = y;` }));
  expect(wrong.report).toMatchObject({ ok: false, statements: first.report.statements });
  expect(wrong.report.messages.map(({ file }) => file)).toEqual(['lab.c', 'app.c']);
  expect(builder.build(configOf())).toEqual(first);
});

test.each<[string, Parameters<typeof configOf>[0]]>([
  ['a source', { app: APP.replace('ANSWER', 'ANSWER + 1') }],
  ['a header that is included', { headers: { 'shared.h': '#define ANSWER 43' } }],
  ['a header that there was not', { headers: {} }],
  ['a macro', { defines: ['main=main'] }],
  ['the dialect', { dialect: 'plain' }],
])('%s that changed is built as by a new builder', (_what, change) => {
  const builder = createBuilder();
  const first = builder.build(configOf());
  const again = builder.build(configOf(change));
  expect(again.images.get('app.exe')).not.toBe(first.images.get('app.exe'));
  expect(again).toEqual(createBuilder().build(configOf(change)));
});

test('a header that was missing is looked for again', () => {
  const builder = createBuilder();
  expect(builder.build(configOf({ headers: {} })).report.ok).toBe(false);
  expect(builder.build(configOf()).report.ok).toBe(true);
});
