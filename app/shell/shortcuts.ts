/**
 * The workbench's keyboard shortcuts: the one table that handler and tooltips read.
 */
import { useEffect } from 'react';
import { stopLab } from '../client/lab-client';
import { runFiles } from '../store/workbench';

interface Shortcut {
  readonly key: string;
  readonly label: string;
  readonly act: () => void;
}

/** All are pressed with Ctrl, or Command on a Mac. */
export const SHORTCUTS = {
  run: { key: 'Enter', label: 'Ctrl+Enter', act: runFiles },
  stop: { key: '.', label: 'Ctrl+.', act: stopLab },
} as const satisfies Record<string, Shortcut>;

/** Listens on the whole window, before editors see the key. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const shortcut = Object.values(SHORTCUTS).find(({ key }) => key === event.key);
      if (!shortcut) return;
      event.preventDefault();
      event.stopPropagation();
      shortcut.act();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
