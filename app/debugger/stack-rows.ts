/**
 * The call stack as it is drawn: frames, and between them the lines at which one world ends and another begins. Where a program called the kernel, the
 * line is the ring boundary; where the processor broke in by itself, it says what for. Pure.
 */
import type { FrameView, StackView } from '../../kernel-sim/protocol/views-code';

export interface FrameRow {
  readonly kind: 'frame';
  readonly index: number;
  readonly ring: FrameView['ring'];
  /** `MirrorDeviceControl`, or digits where no name is known. */
  readonly routine: string;
  /** `mirror`; '' if unknown. */
  readonly image: string;
  /** `(Irp = 0x…5890, count = 4)`. */
  readonly args: string;
  /** `driver.c:41`; '' if unknown. */
  readonly place: string;
  readonly file: string | undefined;
  readonly line: number;
  readonly isOwn: boolean;
}

export interface BorderRow {
  readonly kind: 'border';
  /** The frame below it is in the other ring. */
  readonly crosses: boolean;
  /** `ring boundary: system call`, `clock interrupt`. */
  readonly text: string;
}

export function stackRows({ frames }: StackView): readonly (FrameRow | BorderRow)[] {
  return frames.flatMap((frame, i) => {
    const row = frameRow(frame);
    const outer = frames[i + 1];
    const crosses = outer !== undefined && outer.ring !== frame.ring;
    if (!frame.trap && !crosses) return [row];
    const cause = frame.trap?.cause ?? '';
    const text = crosses ? `ring boundary${cause === '' ? '' : `: ${cause}`}` : cause;
    return [row, { kind: 'border', crosses, text } as const];
  });
}

function frameRow({ index, ring, symbol, file, line, learner, args }: FrameView): FrameRow {
  const [image, routine] = namesOf(symbol);
  const list = args.map(({ name, value }) => `${name} = ${shortValue(value)}`).join(', ');
  return {
    ...{ kind: 'frame', index, ring, image, routine, file, line, isOwn: learner },
    args: args.length === 0 ? '' : `(${list})`,
    place: file === undefined ? '' : `${file}:${line}`,
  };
}

/** `mirror!Control+0x8` in two; the distance into the routine is told by the line. */
function namesOf(symbol: string): readonly [image: string, routine: string] {
  const [, image = '', routine = symbol] = /^(?:([^!]+)!)?(.+?)(?:\+0x[0-9A-F]+)?$/i.exec(symbol) ?? [];
  return [image, routine];
}

const LONGEST = 28;

/** A value as short as it can be told apart: `0x…5890`, the first of a record. */
export function shortValue(value: string): string {
  const short = value
    .replace(/0x[0-9A-F]{12}([0-9A-F]{4})\b/g, '0x…$1')
    .replace(/^(-?\d+) \(0x[0-9A-F]+\)$/, '$1')
    .replace(/^0x[0-9A-F]{8} \((\w+)\)$/, '$1');
  return short.length > LONGEST ? `${short.slice(0, LONGEST - 1)}…` : short;
}
