/**
 * The space bar and Escape. Space: pressed alone it plays and pauses; held while the timeline is dragged it pans. Not where somebody types, nor on a control that is used
 * by it.
 */
import { clearStretch } from '../store/stretch';
import { canPause, pauseAll, togglePlay } from './motions';

const ITS_OWN = [
  ...['input', 'textarea', 'select', 'button', 'a[href]', 'summary', '[contenteditable=true]'],
  ...['textbox', 'tab', 'menu', 'dialog', 'grid', 'listbox', 'tree', 'option', 'separator'].map(
    (role) => `[role=${role}]`,
  ),
].join();

let isHeld = false;
let isUsed = false;

export function isSpaceHeld(): boolean {
  return isHeld;
}

/** It served to pan: it does not play when it is let go. */
export function spaceUsed(): void {
  isUsed = true;
}

export function listenToKeys(): () => void {
  const down = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isOverlay(event)) {
      if (canPause()) pauseAll();
      else if (!isTyping(event)) clearStretch();
    }
    if (event.code !== 'Space' || !isPlain(event) || belongsToControl(event)) return;
    event.preventDefault();
    if (event.repeat) return;
    isHeld = true;
    isUsed = false;
  };
  const up = (event: KeyboardEvent) => {
    if (event.code !== 'Space' || !isHeld) return;
    isHeld = false;
    if (!isUsed) togglePlay('forward');
  };
  const away = () => {
    isHeld = false;
  };
  window.addEventListener('keydown', down);
  window.addEventListener('keyup', up);
  window.addEventListener('blur', away);
  return () => {
    window.removeEventListener('keydown', down);
    window.removeEventListener('keyup', up);
    window.removeEventListener('blur', away);
  };
}

function isPlain({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && !shiftKey;
}

function belongsToControl({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest(ITS_OWN) !== null;
}

/** Editors and fields have a use for Escape of their own. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true]') !== null;
}

/** Escape closes what lies over the page first. */
function isOverlay({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('[role=dialog], [role=menu]') !== null;
}
