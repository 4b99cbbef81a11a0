/**
 * The pointer on the timeline: dragging scrubs; dragging on the ruler, or with Shift, marks a stretch; dragging the minimap moves the view; a click on a
 * mark goes to the state that follows it; hovering says what is there. Zooming and panning are d3-zoom's (use-zoom.ts).
 */
import { scrubTo, seek } from '../client/moves';
import { useLab } from '../store/lab';
import { markStretch, showStretch, useStretch } from '../store/stretch';
import { flagOf } from './draw-ruler';
import { regionAt } from './geometry';
import { instantAt, type Target, targetAt } from './hits';
import { goalSet } from './measure';
import { player } from './motions';
import { type Scene, xOf } from './scene';
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

/** `ruler`: a stretch is drawn out once the pointer moves; a click there shows the instant. */
type Drag = 'scrub' | 'map' | 'click' | 'ruler' | 'mark';
/** So near to its edge on the ruler a stretch is taken by it. */
const EDGE = 5;

export function listenToPointer(canvas: HTMLCanvasElement, host: Host): () => void {
  let drag: Drag | undefined;
  let target: Target | undefined;
  let begun = 0;
  /** The end of the stretch that stays where it is. */
  let anchor = 0;

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
    begun = x;
    const edge = edgeAt(scene, x, y);
    if (edge !== undefined || (event.shiftKey && isOnTime(scene, x, y))) {
      drag = edge === undefined ? 'ruler' : 'mark';
      anchor = edge ?? instantAt(scene, x);
      return;
    }
    player.stop();
    target = targetAt(scene, x, y);
    const isThing = target?.kind === 'event' || target?.kind === 'bookmark' || target?.kind === 'hit';
    if (regionAt(scene.geometry, y).kind === 'map') {
      drag = 'map';
      moveMap(scene, x);
    } else if (isThing) drag = 'click';
    else if (isFreeRuler(scene, x, y)) {
      drag = 'ruler';
      anchor = instantAt(scene, x);
    } else if (x >= scene.geometry.stretch.left) {
      drag = 'scrub';
      scrub(scene, x);
    }
  };

  const move = (event: PointerEvent) => {
    const scene = host.scene();
    if (!scene || !event.isPrimary) return;
    const { x, y } = placeOf(event);
    if (drag === 'click' && Math.abs(x - begun) > CLICK) drag = 'scrub';
    if (drag === 'ruler' && Math.abs(x - begun) > CLICK) drag = 'mark';
    if (drag === 'map') moveMap(scene, x);
    else if (drag === 'mark') markStretch(anchor, instantAt(scene, x));
    else if (drag === 'scrub') scrub(scene, x);
    else if (!drag && event.buttons === 0) {
      host.hover(isOnTime(scene, x, y) ? instantAt(scene, x) : undefined, false);
      canvas.style.cursor = edgeAt(scene, x, y) === undefined ? '' : 'ew-resize';
      host.hint(targetAt(scene, x, y), x, y);
    }
  };

  const up = (event: PointerEvent) => {
    const scene = host.scene();
    if (drag === 'mark') showStretch();
    // Shift and a click take the nearer end of the stretch there, as in a text.
    else if (drag === 'ruler' && scene && event.shiftKey) markStretch(farEnd(anchor), anchor);
    else if (drag === 'ruler' && scene) scrub(scene, begun);
    const branch = useLab.getState().shown?.at.branch;
    if (drag === 'click' && target && 'instant' in target && branch !== undefined) {
      // What an event tells is seen in the state after it.
      const instant = target.kind === 'event' ? target.instant + 1 : target.instant;
      void seek({ branch, instant });
    }
    stop();
  };

  const stop = () => {
    if (drag === 'scrub' || drag === 'ruler') host.hover(undefined, false);
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

function isOnTime({ geometry }: Scene, x: number, y: number): boolean {
  return x >= geometry.stretch.left && regionAt(geometry, y).kind !== 'map';
}

/** On the ruler, and not on the flag of the shown instant: that one is for dragging the instant. */
function isFreeRuler(scene: Scene, x: number, y: number): boolean {
  const { geometry, span } = scene;
  if (x < geometry.stretch.left || regionAt(geometry, y).kind !== 'ruler') return false;
  const shown = useLab.getState().shown?.at.instant ?? 0;
  const flag = flagOf(scene, shown, xOf(shown, span, geometry));
  return x < flag.left || x > flag.right;
}

/** The pointer takes one end of the stretch: where the other is. */
function edgeAt({ geometry, span }: Scene, x: number, y: number): number | undefined {
  const { marked } = useStretch.getState();
  if (!marked || regionAt(geometry, y).kind !== 'ruler') return undefined;
  const isNear = (instant: number) => Math.abs(xOf(instant, span, geometry) - x) <= EDGE;
  if (isNear(marked.to)) return marked.from;
  return isNear(marked.from) ? marked.to : undefined;
}

/** The end that stays when the other goes to an instant: of the stretch the one further away, without one the shown instant. */
function farEnd(instant: number): number {
  const { marked } = useStretch.getState();
  if (!marked) return useLab.getState().shown?.at.instant ?? instant;
  return Math.abs(marked.from - instant) > Math.abs(marked.to - instant) ? marked.from : marked.to;
}
