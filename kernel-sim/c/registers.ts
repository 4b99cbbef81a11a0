/**
 * Where the values of one function live: registers of its window and bytes below its frame pointer. Shared by a function and its funclets,
 * which run over the same window.
 *
 * Registers: parameters first (CALL puts them there), then one for each named scalar whose address nobody needs, then hidden ones (pinned
 * addresses, exception codes), then temporaries, reused like a stack. Named locals never share (the debugger shows them for their whole scope).
 * Memory, from FP downwards: the /GS cookie, buffers, other variables, temporaries of statements.
 */
import type { Sym } from './ast.ts';
import { alignOf, type CType, isScalar, isVla, sizeOf } from './types.ts';

export type Place =
  | { kind: 'register'; register: number }
  /** Byte offset from FP. */
  | { kind: 'memory'; offset: number }
  /** The register holds the address: records passed by reference, arrays of variable length, what is aligned beyond the frame. */
  | { kind: 'indirect'; register: number };

/** Of FP, and so of what lies at a fixed distance from it. */
const FRAME_ALIGN = 16;

/** Registers kept free for temporaries when a function has very many variables. */
const MAX_NAMED = 180;
export const MAX_REGISTERS = 256;

export class Frame {
  readonly places = new Map<Sym, Place>();
  /** Next free register. */
  top = 0;
  maxTop = 0;
  /** Bytes in use below FP. */
  bytes = 0;
  maxBytes = 0;
  /** Offset of the /GS cookie, if there is one. */
  cookie: number | undefined;
  /** Variables that need more than FP's alignment: `register` gets the first multiple of `align` from `offset` on when the function begins. */
  readonly aligned: { register: number; offset: number; align: number }[] = [];
  private fixed = false;

  register(): number {
    const r = this.top++;
    if (this.top > this.maxTop) this.maxTop = this.top;
    return r;
  }

  release(top: number): void {
    this.top = top;
  }

  /** Too many registers were asked for: the function cannot be translated. */
  get overflow(): boolean {
    return this.maxTop > MAX_REGISTERS;
  }

  /** Reserves memory, returns its (negative) offset from FP. */
  memory(size: number, align: number): number {
    this.bytes = Math.ceil((this.bytes + Math.max(size, 1)) / align) * align;
    if (this.bytes > this.maxBytes) this.maxBytes = this.bytes;
    return -this.bytes;
  }

  releaseMemory(bytes: number): void {
    this.bytes = bytes;
  }

  /** Gives every variable its place. Called once, with `top` just above the parameters. */
  layOut(params: Sym[], locals: Sym[], withCookie: boolean): void {
    if (this.fixed) throw new Error('frame laid out twice');
    this.fixed = true;
    if (withCookie) this.cookie = this.memory(8, 8);
    const inMemory: Sym[] = [];
    for (const sym of [...params, ...locals]) {
      if (this.places.has(sym) || sym.storage === 'global') continue;
      if (isVla(sym.type)) {
        this.places.set(sym, { kind: 'indirect', register: this.register() });
        continue;
      }
      if (isScalar(sym.type) && !sym.addressTaken && !sym.type.q?.volatile && this.top < MAX_NAMED)
        this.places.set(sym, { kind: 'register', register: this.register() });
      else inMemory.push(sym);
    }
    // Buffers sit highest: running over the end of one meets the cookie, not the other variables.
    inMemory.sort((x, y) => Number(isBuffer(y.type)) - Number(isBuffer(x.type)));
    for (const sym of inMemory) {
      if (alignOfSym(sym) > FRAME_ALIGN) this.placeAligned(sym);
      else this.placeInMemory(sym);
    }
  }

  placeInMemory(sym: Sym): number {
    const align = Math.min(FRAME_ALIGN, Math.max(alignOfSym(sym), sizeOf(sym.type) >= 16 ? 8 : 1));
    const offset = this.memory(sizeOf(sym.type), align);
    this.places.set(sym, { kind: 'memory', offset });
    return offset;
  }

  private placeAligned(sym: Sym): void {
    const align = alignOfSym(sym);
    const register = this.register();
    const offset = this.memory(sizeOf(sym.type) + align - FRAME_ALIGN, FRAME_ALIGN);
    this.aligned.push({ register, offset, align });
    this.places.set(sym, { kind: 'indirect', register });
  }
}

function alignOfSym(sym: Sym): number {
  return Math.max(alignOf(sym.type), sym.align ?? 1);
}

/** Worth putting above all other variables: an array of integers, or a record that has one, over 4 bytes. */
export function isBuffer(t: CType): boolean {
  return sizeOf(t) > 4 && hasArray(t, (of) => of.kind === 'int');
}

/** Gets its function a /GS cookie: an array of characters (narrow or wide), or a record with an array of integers, over 4 bytes. */
export function needsCookie(t: CType): boolean {
  if (sizeOf(t) <= 4) return false;
  if (t.kind === 'array') return hasArray(t, (of) => of.kind === 'int' && sizeOf(of) <= 2) || recordInArray(t);
  return t.kind === 'record' && hasArray(t, (of) => of.kind === 'int');
}

function recordInArray(t: CType): boolean {
  if (t.kind === 'array') return recordInArray(t.of);
  return t.kind === 'record' && hasArray(t, (of) => of.kind === 'int');
}

function hasArray(t: CType, element: (of: CType) => boolean): boolean {
  if (t.kind === 'array')
    return t.of.kind === 'array' || t.of.kind === 'record' ? hasArray(t.of, element) : element(t.of);
  if (t.kind === 'record') return (t.def.fields ?? []).some((f) => hasArray(f.type, element));
  return false;
}
