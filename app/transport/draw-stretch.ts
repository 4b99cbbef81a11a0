/** Draws the stretch that is marked: a bar with its length on the ruler, its edges, and a wash over what lies in it. */
import { count, duration } from '../words/numbers';
import { type Ink, type MarkedSpan, type Scene, xOf } from './scene';

const WASH = 0.13;
const BAR_HEIGHT = 14;
const TEXT_ROOM = 12;

export function drawStretch(ink: Ink, { geometry, palette, span }: Scene, { from, to, ns }: MarkedSpan): void {
  const { ruler, stretch, height } = geometry;
  if (to < span.from || from > span.to) return;
  const left = Math.round(Math.max(stretch.left, xOf(from, span, geometry)));
  const right = Math.round(Math.min(stretch.right, xOf(to, span, geometry)));
  const width = Math.max(1, right - left);
  const below = ruler.top + ruler.height;
  ink.fillStyle = palette.colours.focus;
  ink.globalAlpha = WASH;
  ink.fillRect(left, below, width, height - below);
  ink.globalAlpha = 1;
  if (from >= span.from) ink.fillRect(left, ruler.top, 1, height - ruler.top);
  if (to <= span.to) ink.fillRect(right - 1, ruler.top, 1, height - ruler.top);
  ink.fillRect(left, ruler.top, width, BAR_HEIGHT);
  ink.font = palette.strongFont;
  ink.textAlign = 'center';
  ink.textBaseline = 'top';
  ink.fillStyle = palette.colours.surface;
  const length = count(to - from);
  const texts = [ns !== undefined && `${length} instructions · ${duration(ns)}`, `${length} instructions`, length];
  const text = texts.find((one) => one && ink.measureText(one).width + TEXT_ROOM <= width);
  if (text) ink.fillText(text, (left + right) / 2, ruler.top + 1.5);
}
