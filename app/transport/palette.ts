/**
 * The tokens of the current theme, for the canvas: colours by their names, fonts, and the hatching of interrupts. Read once a theme.
 */
import type { Meaning } from '../design/Glyph';

const COLOURS = [
  ...(['surface', 'page', 'line', 'line-strong', 'ink', 'ink-muted', 'focus', 'changed'] as const),
  ...(['user', 'kernel', 'interrupt', 'idle', 'hardware', 'irp', 'fault', 'good'] as const),
];
type Colour = (typeof COLOURS)[number];

export interface Palette {
  readonly colours: Readonly<Record<Colour | Meaning, string>>;
  readonly font: string;
  readonly strongFont: string;
  readonly fontSize: number;
  /** Width of a digit in the strong font: measuring each number would cost more than all else that is drawn for it. */
  readonly digit: number;
  readonly hatch: CanvasPattern | string;
}

const HATCH = 5;

export function readPalette(context: CanvasRenderingContext2D): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const colours = Object.fromEntries(COLOURS.map((name) => [name, token(name)])) as Palette['colours'];
  const size = token('text-xs');
  const strongFont = `650 ${size} ${token('font-ui')}`;
  context.font = strongFont;
  return {
    colours,
    font: `500 ${size} ${token('font-ui')}`,
    strongFont,
    digit: context.measureText('0000000000').width / 10,
    fontSize: Number.parseFloat(size),
    hatch: hatchOf(context, colours.interrupt, colours.surface),
  };
}

/** Diagonal lines in one colour on another; the colour alone where patterns are not to be had. */
function hatchOf(context: CanvasRenderingContext2D, ground: string, lines: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = HATCH;
  tile.height = HATCH;
  const draw = tile.getContext('2d');
  if (!draw) return ground;
  draw.fillStyle = ground;
  draw.fillRect(0, 0, HATCH, HATCH);
  draw.strokeStyle = lines;
  draw.lineWidth = 1;
  draw.beginPath();
  for (const x of [-HATCH, 0, HATCH]) {
    draw.moveTo(x - 1, HATCH + 1);
    draw.lineTo(x + HATCH + 1, -1);
  }
  draw.stroke();
  return context.createPattern(tile, 'repeat') ?? ground;
}
