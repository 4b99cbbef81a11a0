/**
 * Draws events: a row per group, each event as the shape of its group; more than MOST_MARKS in view are counted into bars instead.
 */
import { GROUPS, type Shape } from './groups';
import { type Ink, type Scene, xOf } from './scene';
import { addShape } from './shapes';

const MOST_MARKS = 2000;
/** Width of a bar. */
const BIN = 3;
/** Marks of a group that would cover each other so far are drawn once. */
const NEAR = 0.75;

let bins = new Uint32Array(0);

/** Whether there are too many to draw each. */
export function isBinned({ geometry, events, span }: Pick<Scene, 'geometry' | 'events' | 'span'>): boolean {
  let inView = 0;
  for (const { group } of geometry.marks) inView += events.countIn(group, span);
  return inView > MOST_MARKS;
}

export function drawMarks(ink: Ink, scene: Scene): void {
  const { geometry, palette } = scene;
  const binned = isBinned(scene);
  for (const row of geometry.marks) {
    const { shape, meaning } = GROUPS[row.group];
    const middle = row.top + row.height / 2;
    const size = Math.min(5, row.height / 2 - 0.5);
    ink.fillStyle = palette.colours.line;
    ink.fillRect(geometry.stretch.left, row.top + row.height - 1, geometry.stretch.right - geometry.stretch.left, 1);
    ink.fillStyle = palette.colours[meaning];
    ink.beginPath();
    addShape(ink, shape, geometry.stretch.left - 10, middle, Math.min(4, size));
    ink.fill();
    if (binned) drawBars(ink, scene, row);
    else drawShapes(ink, scene, row.group, shape, middle, size);
  }
}

function drawShapes(ink: Ink, { events, span, geometry }: Scene, group: number, shape: Shape, y: number, size: number) {
  let last = Number.NEGATIVE_INFINITY;
  ink.beginPath();
  events.each(group, span, (instant) => {
    // An event with instant e lies between the states e and e + 1.
    const x = xOf(instant + 0.5, span, geometry);
    if (x - last < NEAR) return;
    last = x;
    addShape(ink, shape, x, y, size);
  });
  ink.fill();
}

function drawBars(ink: Ink, { events, span, geometry }: Scene, row: Scene['geometry']['marks'][number]): void {
  const { left, right } = geometry.stretch;
  const parts = Math.max(1, Math.ceil((right - left) / BIN));
  if (bins.length !== parts) bins = new Uint32Array(parts);
  const most = Math.log1p(events.bin(row.group, span, bins));
  const width = (right - left) / parts;
  const bottom = row.top + row.height - 1;
  for (let i = 0; i < parts; i++) {
    if (bins[i] === 0) continue;
    const height = (row.height - 1) * (0.25 + (0.75 * Math.log1p(bins[i])) / most);
    ink.fillRect(left + i * width, bottom - height, width - 0.5, height);
  }
}
