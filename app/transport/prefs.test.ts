import { beforeEach, describe, expect, test, vi } from 'vitest';

/** The stores read what an earlier visit left as soon as they are loaded. */
async function load(kept: Readonly<Record<string, string>>) {
  const store = new Map(Object.entries(kept));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
  });
  const prefs = await import('./prefs');
  return { ...prefs, store };
}

beforeEach(() => {
  vi.resetModules();
});

describe('preferences', () => {
  test('what was chosen is there on the next visit', async () => {
    const { usePrefs, toggleGroup, prefsFrom, store } = await load({});
    usePrefs.setState({ unit: 'instruction', pace: 30, goal: 'irp_complete' });
    toggleGroup('scheduling');
    toggleGroup('irps');
    const kept = [...store.values()][0] ?? null;
    expect(prefsFrom(kept)).toEqual(usePrefs.getState());
    expect(prefsFrom(kept)).toMatchObject({
      unit: 'instruction',
      groups: ['syscalls', 'faults', 'interrupts', 'scheduling', 'output'],
    });
  });

  test.each([[null], ['{'], ['7'], ['null'], ['{"unit":"mile","pace":"fast","groups":7,"goal":"rain","axis":[]}']])(
    'what makes no sense is as if it had never been: %s',
    async (text) => {
      const { prefsFrom, DEFAULT_PREFS } = await load({});
      expect(prefsFrom(text)).toEqual(DEFAULT_PREFS);
    },
  );

  test('what the event buttons go to', async () => {
    const { goalKinds, goalName } = await load({});
    expect(goalKinds({ goal: 'shown', groups: ['faults'] })).toEqual(['fault', 'exception', 'bugcheck']);
    expect(goalKinds({ goal: 'output', groups: [] })).toContain('dbg');
    expect(goalKinds({ goal: 'irp_call', groups: [] })).toEqual(['irp_call']);
    expect([goalName('shown'), goalName('irps'), goalName('irp_call')]).toEqual(['event', 'requests', 'irp_call']);
  });
});

describe('bookmarks', () => {
  test('are in the order of instants, one an instant, and what is none is left out', async () => {
    await load({});
    const { withBookmark, bookmarksFrom } = await import('./bookmarks');
    const mark = (instant: number, name: string) => ({ at: { branch: 0, instant }, name, place: 'p' });
    const list = [mark(50, 'a'), mark(10, 'b'), mark(50, 'c')].reduce(withBookmark, []);
    expect(list.map(({ name }) => name)).toEqual(['b', 'c']);
    expect(bookmarksFrom(JSON.stringify([...list, { name: 'x' }, 7, null]))).toEqual(list);
    expect(bookmarksFrom('{')).toEqual([]);
  });
});
