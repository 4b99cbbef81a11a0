/**
 * The part of a run that the timeline shows, in instants, and how it maps to pixels. Pure.
 *
 * A span lies within the run (0 to its head) and is never narrower than LEAST_INSTANTS, so that single instants are as wide as one can want.
 */
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { type ZoomTransform, zoomIdentity } from 'd3-zoom';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where the span is drawn, in CSS pixels. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
}

export const LEAST_INSTANTS = 16;
/** Part of the span that stays free before or behind an instant that is brought into view. */
const MARGIN = 0.15;

export function wholeRun(head: number): Span {
  return { from: 0, to: Math.max(head, LEAST_INSTANTS) };
}

/** The nearest span that is allowed. */
export function clamped({ from, to }: Span, head: number): Span {
  const end = Math.max(head, LEAST_INSTANTS);
  const width = Math.min(end, Math.max(LEAST_INSTANTS, to - from));
  const begin = Math.min(end - width, Math.max(0, from));
  return { from: begin, to: begin + width };
}

/** `factor` above 1 shows less; the instant `around` stays where it is on the screen. */
export function zoomed({ from, to }: Span, factor: number, around: number, head: number): Span {
  const end = Math.max(head, LEAST_INSTANTS);
  const width = Math.min(end, Math.max(LEAST_INSTANTS, (to - from) / factor));
  const share = (around - from) / (to - from);
  const begin = around - share * width;
  return clamped({ from: begin, to: begin + width }, head);
}

/** Moved by a part of its own width. */
export function panned({ from, to }: Span, part: number, head: number): Span {
  const by = (to - from) * part;
  return clamped({ from: from + by, to: to + by }, head);
}

/** The span moved as little as needed to show an instant with some room around it; the same object if it does. */
export function revealing(span: Span, instant: number, head: number): Span {
  const { from, to } = span;
  if (instant >= from && instant <= to) return span;
  const width = to - from;
  const begin = instant < from ? instant - width * MARGIN : instant - width * (1 - MARGIN);
  return clamped({ from: begin, to: begin + width }, head);
}

export function isWhole(span: Span, head: number): boolean {
  return span.from <= 0 && span.to >= Math.max(head, LEAST_INSTANTS);
}

export function scaleOf({ from, to }: Span, { left, right }: Stretch): ScaleLinear<number, number> {
  return scaleLinear([from, to], [left, right]);
}

// ------------------------------------------------------------------ as d3-zoom has it

/** The transform under which d3-zoom shows this span of the whole run. */
export function transformOf({ from, to }: Span, head: number, stretch: Stretch): ZoomTransform {
  const all = wholeRun(head);
  const k = (all.to - all.from) / (to - from);
  const x = stretch.left - k * scaleOf(all, stretch)(from);
  return zoomIdentity.translate(x, 0).scale(k);
}

export function spanOf(transform: ZoomTransform, head: number, stretch: Stretch): Span {
  const [from, to] = transform.rescaleX(scaleOf(wholeRun(head), stretch)).domain();
  return clamped({ from, to }, head);
}

/** How far d3-zoom may zoom. */
export function mostZoom(head: number): number {
  return Math.max(1, head / LEAST_INSTANTS);
}
