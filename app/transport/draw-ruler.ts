/**
 * Draws the ruler with the line of history: numbers, where other branches leave, bookmarks, breakpoints met, how the run ended; and on top of all
 * the shown instant with its number.
 */
import { count, duration } from '../words/numbers';
import { drawStretch } from './draw-stretch';
import { type Ink, type Pointer, type Scene, xOf } from './scene';
import { addShape } from './shapes';
import { type Stretch, scaleOf } from './span';

const TICK_ROOM = 110;
/** The line of history lies so far above the ruler's lower end. */
const LINE_UP = 5;
const FORK_DOWN = 3.5;
const FORK_RUN = 6;

export function drawRuler(ink: Ink, scene: Scene): void {
  const { geometry, palette, span, head } = scene;
  const { ruler, stretch } = geometry;
  drawTicks(ink, scene);
  const y = ruler.top + ruler.height - LINE_UP;
  const begin = Math.max(stretch.left, xOf(0, span, geometry));
  const end = Math.min(stretch.right, xOf(head, span, geometry));
  ink.fillStyle = palette.colours['ink-muted'];
  if (end > begin) ink.fillRect(begin, y - 0.75, end - begin, 1.5);
  drawBranches(ink, scene, y);
  for (const instant of scene.hits) drawAt(scene, instant, (x) => drawHit(ink, scene, x, y, scene.logs.has(instant)));
  for (const instant of scene.bookmarks) drawAt(scene, instant, (x) => drawRibbon(ink, scene, x));
  drawAt(scene, head, (x) => drawEnd(ink, scene, x, y));
}

function drawTicks(ink: Ink, { geometry, palette, span, axis, events }: Scene): void {
  const { ruler, stretch } = geometry;
  const scale = scaleOf(span, stretch);
  ink.font = palette.font;
  ink.textAlign = 'left';
  ink.textBaseline = 'top';
  for (const tick of scale.ticks(Math.max(2, Math.floor((stretch.right - stretch.left) / TICK_ROOM)))) {
    if (!Number.isInteger(tick)) continue;
    const x = Math.round(scale(tick));
    const time = axis === 'time' ? events.timeAt(tick) : undefined;
    ink.fillStyle = palette.colours['line-strong'];
    ink.fillRect(x, ruler.top + 2, 1, ruler.height - LINE_UP - 2);
    ink.fillStyle = palette.colours['ink-muted'];
    const text = time === undefined ? count(tick) : duration(Math.round(time));
    if (x + 4 + ink.measureText(text).width <= geometry.width) ink.fillText(text, x + 4, ruler.top + 1);
  }
}

function drawBranches(ink: Ink, { branches, geometry, palette, span }: Scene, y: number): void {
  const { left, right } = geometry.stretch;
  ink.strokeStyle = palette.colours.irp;
  ink.lineWidth = 1.5;
  branches.forEach(({ leaves, head }, i) => {
    const from = xOf(leaves, span, geometry);
    const to = Math.min(right, Math.max(from + FORK_RUN, xOf(head, span, geometry)));
    if (from > right || to < left) return;
    const below = y + FORK_DOWN + (i % 2);
    ink.beginPath();
    ink.moveTo(Math.max(left, from), from < left ? below : y);
    ink.lineTo(Math.min(right, Math.max(left, from + FORK_RUN)), below);
    ink.lineTo(Math.max(left, to), below);
    ink.stroke();
    if (from < left) return;
    ink.fillStyle = palette.colours.irp;
    ink.beginPath();
    addShape(ink, 'diamond', from, y, 5);
    ink.fill();
  });
}

function drawAt({ span, geometry }: Scene, instant: number, draw: (x: number) => void): void {
  if (instant >= span.from && instant <= span.to) draw(xOf(instant, span, geometry));
}

/** A stop is a red dot; where something was only logged, a grey diamond as in the margin of the source. */
function drawHit(ink: Ink, { palette }: Scene, x: number, y: number, isLog: boolean): void {
  if (isLog) {
    ink.fillStyle = palette.colours['ink-muted'];
    ink.beginPath();
    ink.moveTo(x, y - 4.5);
    ink.lineTo(x + 4.5, y);
    ink.lineTo(x, y + 4.5);
    ink.lineTo(x - 4.5, y);
    ink.fill();
    return;
  }
  ink.fillStyle = palette.colours.fault;
  ink.beginPath();
  ink.arc(x, y, 3.5, 0, 2 * Math.PI);
  ink.fill();
}

/** A ribbon with a notch, hanging from the top of the ruler. */
function drawRibbon(ink: Ink, { palette, geometry: { ruler } }: Scene, x: number): void {
  const { top } = ruler;
  ink.fillStyle = palette.colours.focus;
  ink.beginPath();
  ink.moveTo(x - 3.5, top);
  ink.lineTo(x + 3.5, top);
  ink.lineTo(x + 3.5, top + 11);
  ink.lineTo(x, top + 8);
  ink.lineTo(x - 3.5, top + 11);
  ink.closePath();
  ink.fill();
  ink.fillRect(x - 0.5, top, 1, ruler.height - LINE_UP);
}

/** A bad end is a red triangle, a good one a square, and what can go on an open arrow. */
function drawEnd(ink: Ink, { palette, end }: Scene, x: number, y: number): void {
  ink.beginPath();
  if (!end) {
    ink.strokeStyle = palette.colours['ink-muted'];
    ink.lineWidth = 1.5;
    ink.moveTo(x, y - 4);
    ink.lineTo(x + 4, y);
    ink.lineTo(x, y + 4);
    ink.stroke();
    return;
  }
  const isGood = end.kind === 'exit';
  ink.fillStyle = isGood ? palette.colours.good : palette.colours.fault;
  if (isGood) ink.rect(x, y - 4, 7, 7);
  else addShape(ink, 'triangle', x + 5, y - 2, 6);
  ink.fill();
}

// ------------------------------------------------------------------ on top of all

export function drawPointer(ink: Ink, scene: Scene, { shown, hover, isScrubbing, marked }: Pointer): void {
  const { geometry, palette, span, head } = scene;
  const { ruler, height, map } = geometry;
  if (marked) drawStretch(ink, scene, marked);
  if (hover !== undefined && hover >= span.from && hover <= span.to) {
    ink.fillStyle = palette.colours[isScrubbing ? 'focus' : 'line-strong'];
    ink.fillRect(Math.round(xOf(hover, span, geometry)) - 0.5, ruler.top, 1, height - ruler.top);
  }
  if (shown === undefined) return;
  ink.fillStyle = palette.colours.ink;
  const onMap = xOf(shown, { from: 0, to: Math.max(head, span.to - span.from) }, geometry);
  ink.fillRect(Math.round(onMap) - 1, map.top, 2, map.height);
  if (shown < span.from || shown > span.to) return;
  const x = Math.round(xOf(shown, span, geometry));
  ink.fillRect(x - 1, ruler.top, 2, height - ruler.top);
  drawNumber(ink, scene, shown, x);
}

/** Where the flag with the number of the shown instant is; it stays within the ruler. */
export function flagOf({ geometry, palette }: Pick<Scene, 'geometry' | 'palette'>, shown: number, x: number): Stretch {
  const width = count(shown).length * palette.digit + 10;
  const left = x + width > geometry.stretch.right + 10 ? x - width + 1 : x - 1;
  return { left, right: left + width };
}

function drawNumber(ink: Ink, scene: Scene, shown: number, x: number): void {
  const { geometry, palette } = scene;
  const { ruler } = geometry;
  const { left, right } = flagOf(scene, shown, x);
  ink.font = palette.strongFont;
  ink.textAlign = 'left';
  ink.textBaseline = 'top';
  ink.fillStyle = palette.colours.ink;
  ink.fillRect(left, ruler.top, right - left, 14);
  ink.fillStyle = palette.colours.surface;
  ink.fillText(count(shown), left + 5, ruler.top + 1.5);
}
