/**
 * Draws what each CPU did: kernel mode as tall as the lane, user mode lower, interrupts hatched, idle a line; so that it reads without colour. Pieces that
 * are wide enough name their thread. Also the minimap, which is kept until the run or the theme changes.
 */
import type { LaneIndex } from './lane-index';
import { type Ink, type Scene, xOf } from './scene';

/** What a user-mode piece leaves free above it. */
const USER_STEP = 4;
const IDLE_HEIGHT = 2;
const LEAST_WIDTH = 0.75;
/** A lane so high has room for words; so has a piece so wide. */
const TEXT_LANE = 13;
const TEXT_PIECE = 26;
const MIXED_ALPHA = 0.75;
const LETTER = 0.56;

export function drawLanes(ink: Ink, scene: Scene): void {
  const { geometry, palette, lanes, span } = scene;
  const { left, right } = geometry.stretch;
  ink.font = palette.font;
  ink.textBaseline = 'middle';
  ink.textAlign = 'left';
  geometry.lanes.forEach(({ top, height }, cpu) => {
    ink.fillStyle = palette.colours['ink-muted'];
    ink.fillText(height >= TEXT_LANE ? `CPU ${cpu}` : `${cpu}`, 2, top + height / 2 + 0.5);
    ink.fillStyle = palette.colours.line;
    ink.fillRect(left, top + height, right - left, 1);
    if (lanes && cpu < lanes.cpus) drawLane(ink, scene, lanes, cpu, top, height);
  });
  drawHeadCover(ink, scene, span.to);
}

/** What lies behind the end of the run is no part of it. */
function drawHeadCover(ink: Ink, { geometry, palette, span, head }: Scene, to: number): void {
  if (to <= head) return;
  const { lanes, stretch } = geometry;
  const x = Math.max(stretch.left, xOf(head, span, geometry));
  ink.fillStyle = palette.colours.page;
  for (const { top, height } of lanes) ink.fillRect(x, top, stretch.right - x, height);
}

function drawLane(ink: Ink, scene: Scene, lanes: LaneIndex, cpu: number, top: number, height: number): void {
  const { geometry, span, palette } = scene;
  const { left, right } = geometry.stretch;
  const { from, to, state, mixed } = lanes.columns;
  const scale = (right - left) / (span.to - span.from);
  const end = lanes.end(cpu);
  const { user, kernel, idle } = palette.colours;
  for (let i = lanes.first(cpu, span.from); i < end && from[i] < span.to; i++) {
    const x = Math.max(left, left + (from[i] - span.from) * scale);
    const edge = Math.min(right, left + (to[i] - span.from) * scale);
    const gap = edge - x > 4 ? 1 : 0;
    const width = Math.max(LEAST_WIDTH, edge - x - gap);
    const is = state[i];
    ink.globalAlpha = mixed[i] !== 0 ? MIXED_ALPHA : 1;
    if (is === IDLE) {
      ink.fillStyle = idle;
      ink.fillRect(x, top + (height - IDLE_HEIGHT) / 2, width, IDLE_HEIGHT);
      continue;
    }
    const step = is === USER ? Math.min(USER_STEP, height / 3) : 0;
    ink.fillStyle = is === USER ? user : is === KERNEL ? kernel : palette.hatch;
    ink.fillRect(x, top + step, width, height - step);
    if (width >= TEXT_PIECE && height >= TEXT_LANE && is !== INTERRUPT)
      drawName(ink, scene, lanes, i, x, width, top + height / 2 + 1.5);
  }
  ink.globalAlpha = 1;
}

function drawName(
  ink: Ink,
  { palette }: Scene,
  lanes: LaneIndex,
  piece: number,
  x: number,
  width: number,
  middle: number,
): void {
  const tid = lanes.columns.tid[piece];
  if (tid === 0) return;
  const process = lanes.process(lanes.columns.pid[piece]);
  const letter = palette.fontSize * LETTER;
  const room = width - 8;
  const full = `thread ${tid} ${process}`;
  const text =
    full.length * letter <= room ? full : `${tid} ${process}`.length * letter <= room ? `${tid} ${process}` : `${tid}`;
  if (text.length * letter > room) return;
  ink.globalAlpha = 1;
  ink.fillStyle = palette.colours.surface;
  ink.fillText(text, x + 4, middle);
}

/** In the order of the protocol's states. */
const USER = 0;
const KERNEL = 1;
const INTERRUPT = 2;
const IDLE = 3;

// ------------------------------------------------------------------ minimap

export class MiniMap {
  readonly #canvas = document.createElement('canvas');
  #key: readonly unknown[] = [];

  draw(ink: Ink, scene: Scene, ratio: number): void {
    const { geometry, palette, whole, head, span } = scene;
    const { map, stretch } = geometry;
    const width = stretch.right - stretch.left;
    const key = [whole, palette, width, ratio, head];
    if (key.some((part, i) => part !== this.#key[i])) {
      this.#key = key;
      this.#canvas.width = Math.ceil(width * ratio);
      this.#canvas.height = Math.ceil(map.height * ratio);
      const own = this.#canvas.getContext('2d');
      if (own) drawWhole(own, scene, this.#canvas.width, this.#canvas.height);
    }
    if (this.#canvas.width > 0) ink.drawImage(this.#canvas, stretch.left, map.top, width, map.height);
    const all = { from: 0, to: Math.max(head, span.to - span.from) };
    const from = xOf(span.from, all, geometry);
    const to = xOf(span.to, all, geometry);
    if (to - from > width - 1) return;
    ink.fillStyle = palette.colours.page;
    ink.globalAlpha = 0.65;
    ink.fillRect(stretch.left, map.top, from - stretch.left, map.height);
    ink.fillRect(to, map.top, stretch.right - to, map.height);
    ink.globalAlpha = 1;
    ink.strokeStyle = palette.colours.ink;
    ink.lineWidth = 1;
    ink.strokeRect(Math.round(from) - 0.5, map.top + 0.5, Math.max(4, Math.round(to - from)), map.height - 1);
  }
}

function drawWhole(ink: Ink, { whole, palette, head, geometry }: Scene, width: number, height: number): void {
  ink.clearRect(0, 0, width, height);
  ink.fillStyle = palette.colours.surface;
  ink.fillRect(0, 0, width, height);
  if (!whole || head === 0) return;
  const { cpus, columns } = whole;
  const { from, to, state } = columns;
  const { user, kernel, interrupt, line } = palette.colours;
  const colours = [user, kernel, interrupt, line];
  const each = height / Math.max(1, geometry.lanes.length);
  for (let cpu = 0; cpu < cpus; cpu++) {
    for (let i = whole.first(cpu, 0); i < whole.end(cpu); i++) {
      const x = (from[i] / head) * width;
      ink.fillStyle = colours[state[i]];
      ink.fillRect(x, cpu * each, Math.max(0.5, ((to[i] - from[i]) / head) * width), each - 1);
    }
  }
}
