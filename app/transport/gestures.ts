/**
 * The pointer on the timeline: dragging scrubs, dragging the minimap moves the view, a click on a mark goes to the state that follows it, hovering says
 * what is there. Zooming and panning are d3-zoom's (use-zoom.ts).
 */
import { scrubTo, seek } from '../client/moves';
import { useLab } from '../store/lab';
import { regionAt } from './geometry';
import { instantAt, type Target, targetAt } from './hits';
import { goalSet } from './measure';
import { player } from './motions';
import type { Scene } from './scene';
import { isSpaceHeld } from './space-key';
import type { Span } from './span';

interface Host {
  scene(): Scene | undefined;
  look(span: Span): void;
  fit(): void;
  hover(instant: number | undefined, isScrubbing: boolean): void;
  hint(target: Target | undefined, x: number, y: number): void;
}

/** A pointer that moves less has clicked. */
const CLICK = 4;

type Drag = 'scrub' | 'map' | 'click';

export function listenToPointer(canvas: HTMLCanvasElement, host: Host): () => void {
  let drag: Drag | undefined;
  let target: Target | undefined;
  let begun = 0;

  const placeOf = ({ clientX, clientY }: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };

  const scrub = (scene: Scene, x: number) => {
    const instant = instantAt(scene, x);
    host.hover(instant, true);
    if (instant === useLab.getState().shown?.at.instant) return;
    goalSet(instant);
    scrubTo(instant);
  };

  const moveMap = ({ span, head, geometry: { stretch } }: Scene, x: number) => {
    const width = span.to - span.from;
    const at = ((x - stretch.left) / (stretch.right - stretch.left)) * Math.max(head, width);
    host.look({ from: at - width / 2, to: at + width / 2 });
  };

  const down = (event: PointerEvent) => {
    const scene = host.scene();
    if (event.button === 1) event.preventDefault();
    // The second finger begins a pinch.
    if (!event.isPrimary) return stop();
    if (!scene || event.button !== 0 || isSpaceHeld() || !useLab.getState().shown) return;
    const { x, y } = placeOf(event);
    canvas.setPointerCapture(event.pointerId);
    host.hint(undefined, x, y);
    player.stop();
    begun = x;
    target = targetAt(scene, x, y);
    const isThing = target?.kind === 'event' || target?.kind === 'bookmark' || target?.kind === 'hit';
    if (regionAt(scene.geometry, y).kind === 'map') {
      drag = 'map';
      moveMap(scene, x);
    } else if (isThing) drag = 'click';
    else if (x >= scene.geometry.stretch.left) {
      drag = 'scrub';
      scrub(scene, x);
    }
  };

  const move = (event: PointerEvent) => {
    const scene = host.scene();
    if (!scene || !event.isPrimary) return;
    const { x, y } = placeOf(event);
    if (drag === 'click' && Math.abs(x - begun) > CLICK) drag = 'scrub';
    if (drag === 'map') moveMap(scene, x);
    else if (drag === 'scrub') scrub(scene, x);
    else if (!drag && event.buttons === 0) {
      const isOnTime = x >= scene.geometry.stretch.left && regionAt(scene.geometry, y).kind !== 'map';
      host.hover(isOnTime ? instantAt(scene, x) : undefined, false);
      host.hint(targetAt(scene, x, y), x, y);
    }
  };

  const up = () => {
    const branch = useLab.getState().shown?.at.branch;
    if (drag === 'click' && target && 'instant' in target && branch !== undefined) {
      // What an event tells is seen in the state after it.
      const instant = target.kind === 'event' ? target.instant + 1 : target.instant;
      void seek({ branch, instant });
    }
    stop();
  };

  const stop = () => {
    if (drag === 'scrub') host.hover(undefined, false);
    drag = undefined;
    target = undefined;
  };

  const leave = () => {
    if (drag) return;
    host.hover(undefined, false);
    host.hint(undefined, 0, 0);
  };

  const fit = () => host.fit();
  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', stop);
  canvas.addEventListener('pointerleave', leave);
  canvas.addEventListener('dblclick', fit);
  return () => {
    canvas.removeEventListener('pointerdown', down);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', up);
    canvas.removeEventListener('pointercancel', stop);
    canvas.removeEventListener('pointerleave', leave);
    canvas.removeEventListener('dblclick', fit);
  };
}
