/** Which rows of which tree are open; outlives the tree, which exists only while it is in front. */
import { useCallback } from 'react';
import { create } from 'zustand';

const useOpen = create<{ readonly trees: Readonly<Record<string, ReadonlySet<string>>> }>(() => ({ trees: {} }));
const NONE: ReadonlySet<string> = new Set();

export function useOpenRows(tree: string) {
  const open = useOpen((state) => state.trees[tree] ?? NONE);
  const setOpen = useCallback(
    (id: string, isOpen: boolean) =>
      useOpen.setState(({ trees }) => {
        const next = new Set(trees[tree]);
        if (isOpen) next.add(id);
        else next.delete(id);
        return { trees: { ...trees, [tree]: next } };
      }),
    [tree],
  );
  return { open, setOpen };
}
