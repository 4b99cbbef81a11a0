/**
 * Functions that run before main and after it (`__attribute__((constructor))`, `destructor`). The start-up code calls main; where there are such functions, it
 * calls a routine made here instead, which runs the ones, registers the others with atexit and goes on to main. Each unit gets a routine that
 * calls its own, since they may be static.
 */
import { Op, word0 } from '../vm/opcodes.ts';
import type { CodeFixup, ObjectFile, ObjectFunction } from './object.ts';
import type { Span } from './source.ts';

const WRAPPER = '$start';
const EXITS = '$exits';
const OUTGOING = 32;

/** A function that does `words`; its window has six registers. */
function routine(
  name: string,
  external: boolean,
  params: number,
  code: number[][],
  fixups: CodeFixup[],
  place: Span,
): ObjectFunction {
  const registers = 6;
  const words = [word0(Op.ENTER, registers / 2, params), OUTGOING, ...code.flat()];
  return {
    name,
    linkage: external ? 'external' : 'internal',
    dllexport: false,
    segment: '.text',
    words: Int32Array.from(words),
    branches: new Int32Array(0),
    fixups,
    lines: [],
    variables: [],
    scopes: [],
    parent: undefined,
    registers,
    params,
    frameBytes: OUTGOING,
    outgoingBytes: OUTGOING,
    type: undefined,
    place,
  };
}

const WINDOW = 48;
const RETURN = [word0(Op.RET), WINDOW];

/** Calls without arguments, one after the other. */
function callAll(name: string, external: boolean, names: string[], place: Span): ObjectFunction {
  const fixups = names.map(
    (target, i): CodeFixup => ({ at: i + 1, kind: 'call', target, addend: 0, scratch: 3, place }),
  );
  return routine(name, external, 0, [...names.map(() => [word0(Op.CALL), 0]), RETURN], fixups, place);
}

/** Adds the routines to `own` and to the units, and lets the start-up code call them. */
export function runAround(objects: ObjectFile[], own: ObjectFile): void {
  const starts: string[] = [];
  const exits: string[] = [];
  let place: Span | undefined;
  objects.forEach((object, i) => {
    const add = (list: ObjectFile['starts'], kind: string, all: string[], reverse: boolean): void => {
      if (list.length === 0) return;
      const ordered = [...list].sort((a, b) => a.order - b.order).map((one) => one.name);
      const name = `${kind}${i}`;
      place = list[0].place;
      object.functions.push(callAll(name, true, reverse ? ordered.reverse() : ordered, place));
      all.push(name);
    };
    add(object.starts, '$starts', starts, false);
    add(object.exits, EXITS, exits, true);
  });
  if (!place) return;
  const start = objects.find((o) => o.functions.some((f) => f.name === 'mainCRTStartup'));
  const fixup = start?.functions.flatMap((f) => f.fixups).find((x) => x.target === 'main' || x.target === 'wmain');
  if (!fixup) return;
  const main = fixup.target;
  fixup.target = WRAPPER;
  own.functions.push(callAll(EXITS, false, exits.reverse(), place));
  const code: number[][] = [];
  const fixups: CodeFixup[] = [];
  const call = (target: string, first: number, count: number): void => {
    // ENTER is instruction 0.
    fixups.push({ at: code.length + 1, kind: 'call', target, addend: 0, scratch: 4, place: fixup.place });
    code.push([word0(Op.CALL, first, 0, count), 0]);
  };
  for (const name of starts) call(name, 0, 0);
  if (exits.length > 0) {
    fixups.push({ at: code.length + 1, kind: 'address', target: EXITS, addend: 0, scratch: 3, place: fixup.place });
    code.push([word0(Op.LEAIP, 3), 0]);
    fixups.push({ at: code.length + 1, kind: 'call', target: 'atexit', addend: 0, scratch: 4, place: fixup.place });
    code.push([word0(Op.CALL, 3, 0, 1), 0]);
  }
  call(main, 0, 3);
  code.push([word0(Op.GETRET, 3), 0], [word0(Op.RETV, 0, 3), WINDOW]);
  own.functions.push(routine(WRAPPER, true, 3, code, fixups, fixup.place));
}
