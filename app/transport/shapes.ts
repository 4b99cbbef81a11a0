/** The shapes of events: one for each group, on the canvas and, the same, in menus. */
import type { Shape } from './groups';

/** Adds a closed outline to the path. */
export function addShape(ink: CanvasRenderingContext2D, shape: Shape, x: number, y: number, r: number): void {
  if (shape === 'circle') {
    ink.moveTo(x + r, y);
    ink.arc(x, y, r, 0, 2 * Math.PI);
  } else if (shape === 'bar') ink.rect(x - r * 0.45, y - r, r * 0.9, r * 2);
  else outline(ink, x, y, r, OUTLINES[shape]);
}

function outline(ink: CanvasRenderingContext2D, x: number, y: number, r: number, points: readonly number[]): void {
  ink.moveTo(x + points[0] * r, y + points[1] * r);
  for (let i = 2; i < points.length; i += 2) ink.lineTo(x + points[i] * r, y + points[i + 1] * r);
  ink.closePath();
}

/** Corners, x and y in turns, for a size of 1. */
const OUTLINES: Readonly<Record<Exclude<Shape, 'circle' | 'bar'>, readonly number[]>> = {
  hexagon: [0, -1, 0.87, -0.5, 0.87, 0.5, 0, 1, -0.87, 0.5, -0.87, -0.5],
  triangle: [0, -1, 1, 0.9, -1, 0.9],
  diamond: [0, -1, 0.8, 0, 0, 1, -0.8, 0],
  flag: [-0.8, -1, 0.9, -0.45, -0.35, 0.15, -0.35, 1, -0.8, 1],
  bolt: [0.35, -1, -0.8, 0.2, -0.1, 0.2, -0.35, 1, 0.8, -0.25, 0.1, -0.25],
};

/** The same for an SVG path, of size 1 around 0. */
export function pathOf(shape: Shape): string {
  if (shape === 'circle') return 'M1 0A1 1 0 1 1-1 0 1 1 0 1 1 1 0Z';
  if (shape === 'bar') return 'M-.45-1h.9v2h-.9z';
  return `M${OUTLINES[shape].join(' ')}Z`;
}
