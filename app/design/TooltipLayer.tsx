/**
 * Shows the text that a control carries (`tipProps`) while the pointer rests on it or the keyboard has led to it; Escape, a press and leaving it take it
 * away (WCAG 1.4.13). One at a time; the control is described by it as long as it is there.
 */
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Keys } from './Tooltip';

/** Rest of the pointer before a text appears; none right after another one was seen. */
const DELAY_MS = 400;
const NEXT_MS = 300;
const ID = 'tooltip';

interface Shown {
  readonly control: HTMLElement;
  readonly text: string;
  readonly keys: string;
}

export default function TooltipLayer() {
  const [shown, setShown] = useState<Shown>();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => listen(setShown), []);

  useLayoutEffect(() => {
    const element = box.current;
    if (!shown || !element) return;
    const { control } = shown;
    const described = control.getAttribute('aria-describedby');
    control.setAttribute('aria-describedby', described ? `${described} ${ID}` : ID);
    const place = () => {
      if (!control.isConnected) setShown(undefined);
      void computePosition(control, element, {
        strategy: 'fixed',
        placement: 'bottom',
        middleware: [offset(6), flip({ padding: 8 }), shift({ padding: 8 })],
      }).then(({ x, y }) => {
        element.style.left = `${x}px`;
        element.style.top = `${y}px`;
      });
    };
    const stop = autoUpdate(control, element, place);
    return () => {
      stop();
      if (described) control.setAttribute('aria-describedby', described);
      else control.removeAttribute('aria-describedby');
    };
  }, [shown]);

  if (!shown) return null;
  return createPortal(
    <div className="tooltip" role="tooltip" id={ID} ref={box}>
      {shown.text}
      {shown.keys && <Keys keys={shown.keys} />}
    </div>,
    document.body,
  );
}

function listen(show: (shown: Shown | undefined) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: HTMLElement | undefined;
  let hiddenAt = Number.NEGATIVE_INFINITY;
  const hide = () => {
    clearTimeout(timer);
    if (current) hiddenAt = performance.now();
    current = undefined;
    show(undefined);
  };
  const appear = (control: HTMLElement) => {
    current = control;
    const { tip = '', keys = '' } = control.dataset;
    show({ control, text: tip, keys });
  };
  const controlOf = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-tip]') ?? undefined) : undefined;
  const over = ({ target, pointerType }: PointerEvent) => {
    const control = controlOf(target);
    if (control === current || pointerType === 'touch') return;
    hide();
    if (!control) return;
    timer = setTimeout(() => appear(control), performance.now() - hiddenAt < NEXT_MS ? 0 : DELAY_MS);
  };
  const focus = ({ target }: FocusEvent) => {
    const control = controlOf(target);
    if (control?.matches(':focus-visible')) appear(control);
    else hide();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide();
  };
  const listeners = new AbortController();
  const options = { signal: listeners.signal, capture: true, passive: true };
  document.addEventListener('pointerover', over, options);
  document.addEventListener('focusin', focus, options);
  document.addEventListener('focusout', hide, options);
  document.addEventListener('pointerdown', hide, options);
  document.addEventListener('keydown', key, options);
  document.addEventListener('scroll', hide, options);
  return () => {
    listeners.abort();
    clearTimeout(timer);
  };
}
