/**
 * Where the focus goes when a button has done its work and is gone: to what it brought. Only if nothing has the focus, so that nobody is pulled away from
 * elsewhere.
 */
import { type RefObject, useEffect, useRef } from 'react';

/** `count` of things that came; a higher one than before, and the focus goes to `target`, which has `tabIndex={-1}`. */
export function useFocusAfter(target: RefObject<HTMLElement | null>, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const hasCome = count > before.current;
    before.current = count;
    const { activeElement } = document;
    if (hasCome && (activeElement === null || activeElement === document.body)) target.current?.focus();
  }, [target, count]);
}
