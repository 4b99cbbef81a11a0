/**
 * The one place where d3-zoom meets the page: wheel and pinch zoom around the pointer, the middle button or the held space bar pans, shift and wheel
 * (or a sideways wheel) pans too. The timeline's span is the truth; d3-zoom's transform is made equal to it before each gesture.
 */
import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom, zoomTransform } from 'd3-zoom';
import { type RefObject, useEffect } from 'react';
import { isSpaceHeld, spaceUsed } from './space-key';
import { mostZoom, type Span, type Stretch, spanOf, transformOf } from './span';

export interface Zoomed {
  readonly span: Span;
  readonly head: number;
  readonly stretch: Stretch;
}

const PIXELS_A_LINE = 16;
const SAME = 1e-9;

export function useZoom(
  target: RefObject<HTMLCanvasElement | null>,
  read: () => Zoomed,
  look: (span: Span) => void,
  pan: (part: number) => void,
): void {
  useEffect(() => {
    const canvas = target.current;
    if (!canvas) return;
    let isSyncing = false;
    const selection = select(canvas);
    const behaviour = zoom<HTMLCanvasElement, unknown>()
      .filter((event: Event) => {
        const wanted = isZoom(event);
        if (wanted) sync();
        return wanted;
      })
      .on('zoom', ({ transform }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        const { head, stretch } = read();
        if (!isSyncing) look(spanOf(transform, head, stretch));
      });

    function sync(): void {
      const { span, head, stretch } = read();
      const { left, right } = stretch;
      const box: [[number, number], [number, number]] = [
        [left, 0],
        [right, canvas?.clientHeight ?? 0],
      ];
      behaviour
        .extent(box)
        .translateExtent(box)
        .scaleExtent([1, mostZoom(head)]);
      const wanted = transformOf(span, head, stretch);
      const { k, x } = canvas ? zoomTransform(canvas) : wanted;
      if (Math.abs(k - wanted.k) <= SAME * k && Math.abs(x - wanted.x) <= SAME * Math.max(1, Math.abs(x))) return;
      isSyncing = true;
      behaviour.transform(selection, wanted);
      isSyncing = false;
    }

    const onWheel = (event: WheelEvent) => {
      if (!isSideways(event)) return;
      event.preventDefault();
      const { left, right } = read().stretch;
      const moved = event.deltaX || event.deltaY;
      pan((moved * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_A_LINE : 1)) / (right - left));
    };
    selection.call(behaviour).on('dblclick.zoom', null);
    canvas.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      selection.on('.zoom', null);
      canvas.removeEventListener('wheel', onWheel);
    };
  }, []);
}

function isZoom(event: Event): boolean {
  if (event instanceof WheelEvent) return !isSideways(event);
  if (event instanceof MouseEvent) {
    const bySpace = event.button === 0 && isSpaceHeld();
    if (bySpace) spaceUsed();
    // The browser would scroll by itself.
    if (event.button === 1) event.preventDefault();
    return event.button === 1 || bySpace;
  }
  return 'touches' in event && (event as TouchEvent).touches.length > 1;
}

function isSideways({ shiftKey, deltaX, deltaY, ctrlKey }: WheelEvent): boolean {
  return !ctrlKey && (shiftKey || Math.abs(deltaX) > Math.abs(deltaY));
}
