import { beforeEach, expect, test, vi } from 'vitest';
import { sampleOf } from '../samples/samples';

let kept: Map<string, string>;

/** The store as a page has it that is opened now. */
async function opened() {
  vi.resetModules();
  return import('./sources');
}

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test('an edit survives the choice of another sample, and a reload', async () => {
  const first = await opened();
  first.editFile('app.c', 'mine');
  first.chooseSample('later');
  expect(first.useSources.getState().files).toEqual(sampleOf('later').files);
  first.editFile('driver.c', 'mine, too');

  const { useSources, chooseSample } = await opened();
  expect(useSources.getState()).toMatchObject({ sample: 'later', files: { 'driver.c': 'mine, too' } });
  chooseSample('mirror');
  expect(useSources.getState().files['app.c']).toBe('mine');
});

test('a reset touches one sample and can be undone', async () => {
  const { useSources, editFile, chooseSample, resetToSample, undoReset } = await opened();
  editFile('app.c', 'mine');
  chooseSample('null');
  editFile('app.c', 'also mine');
  resetToSample();
  expect(useSources.getState().files).toEqual(sampleOf('null').files);
  expect(Object.keys(useSources.getState().edited)).toEqual(['mirror']);
  undoReset();
  expect(useSources.getState().files['app.c']).toBe('also mine');
  expect(useSources.getState().beforeReset).toBeUndefined();
});

test('typing a sample back makes it unedited', async () => {
  const { useSources, editFile } = await opened();
  const original = sampleOf('mirror').files['app.c'];
  editFile('app.c', `${original} `);
  expect(useSources.getState().edited.mirror).toBeDefined();
  editFile('app.c', original);
  expect(useSources.getState().edited.mirror).toBeUndefined();
});

test.each(['', 'null', '[]', '{"sample":"gone","edited":{"mirror":{"app.c":1}}}', '{"edited":7}'])(
  'what was kept and is not understood (%s) does no harm',
  async (text) => {
    kept.set('ring-zero-lab.files', text);
    const { useSources } = await opened();
    expect(useSources.getState()).toMatchObject({ sample: 'mirror', files: sampleOf('mirror').files, edited: {} });
  },
);
