/**
 * The keyboard: looks a pressed combination up in the table of actions. Combinations with Ctrl (Command on a Mac) or Alt and function keys work
 * everywhere, before editors see them; plain letters only where nobody types.
 */
import { useEffect } from 'react';
import { type Action, act, useActions } from '../store/actions';

export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const keys = combinationOf(event);
      const action = actionFor(keys);
      if (!action || (isPlain(keys) && (isTyping(event) || isForControl(keys, event)))) return;
      event.preventDefault();
      event.stopPropagation();
      act(action.id);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function actionFor(keys: string): Action | undefined {
  for (const action of useActions.getState().actions.values()) if (action.keys?.includes(keys)) return action;
  return undefined;
}

/** As keys are shown: `Ctrl+Shift+F11`. Shift is left out where it only makes the character (`?`). */
export function combinationOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const { key } = event;
  const isCharacter = key.length === 1;
  const isLetter = /^[a-z]$/i.test(key);
  const parts = [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && (!isCharacter || isLetter) && 'Shift',
    isCharacter ? key.toUpperCase() : key,
  ];
  return parts.filter(Boolean).join('+');
}

function isPlain(keys: string): boolean {
  return !/^(Ctrl|Alt)\+|^(Shift\+)?F\d+$/.test(keys);
}

/** Whether the key is meant for a text, a list of choices, or a dialog that has the focus. */
function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null;
}

/** Keys by which lists, tabs and the like (`data-own-keys`) are gone through: one that has the focus comes first. */
function isForControl(keys: string, { target }: KeyboardEvent): boolean {
  const isWay = keys === 'Home' || keys === 'End';
  const lists = ['tab', 'grid', 'listbox', 'tree', 'slider', 'separator', 'radiogroup'];
  const own = [...lists.map((role) => `[role=${role}]`), '[data-own-keys]'].join();
  return isWay && target instanceof HTMLElement && target.closest(own) !== null;
}
