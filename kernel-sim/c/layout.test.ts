import { describe, expect, test } from 'vitest';
import { type LayoutMember, layoutRecord } from './layout.ts';
import type { CType } from './types.ts';
import { INT, INT64, pointerTo, UCHAR, UINT64, ULONG, USHORT, VOID } from './types.ts';

const m = (name: string | undefined, type: CType, width?: number, align?: number): LayoutMember => ({
  name,
  type,
  width,
  align,
});

/** `name@offset` or `name@offset:shift+width`, then size and alignment. */
function show(members: LayoutMember[], options: { union?: boolean; pack?: number; align?: number } = {}): string {
  const layout = layoutRecord(members, {
    union: options.union ?? false,
    pack: options.pack ?? 8,
    align: options.align,
  });
  const fields = layout.fields.map(
    (f) => `${f.name ?? '_'}@${f.offset}${f.bits ? `:${f.bits.shift}+${f.bits.width}` : ''}`,
  );
  return `${fields.join(' ')} = ${layout.size}/${layout.align}`;
}

// The expected sizes of bit-field cases are what `gcc -mms-bitfields` gives, except where a comment says Microsoft's own.
describe('record layout', () => {
  test.each<[string, string, string]>([
    ['natural alignment', show([m('a', UCHAR), m('b', UINT64), m('c', USHORT)]), 'a@0 b@8 c@16 = 24/8'],
    ['pointers', show([m('a', USHORT), m('p', pointerTo(VOID))]), 'a@0 p@8 = 16/8'],
    ['pack 1', show([m('a', UCHAR), m('b', ULONG), m('c', USHORT)], { pack: 1 }), 'a@0 b@1 c@5 = 7/1'],
    ['pack 4', show([m('a', UCHAR), m('b', UINT64)], { pack: 4 }), 'a@0 b@4 = 12/4'],
    ['union', show([m('a', UCHAR), m('b', UINT64), m('c', USHORT)], { union: true }), 'a@0 b@0 c@0 = 8/8'],
    ['arrays', show([m('a', UCHAR), m('b', { kind: 'array', of: USHORT, length: 3 })]), 'a@0 b@2 = 8/2'],
    ['open array', show([m('n', ULONG), m('d', { kind: 'array', of: UCHAR, length: undefined })]), 'n@0 d@4 = 4/4'],
    [
      'open array raises alignment',
      show([m('n', UCHAR), m('d', { kind: 'array', of: UINT64, length: 0 })]),
      'n@0 d@8 = 8/8',
    ],
    [
      'bits share a unit',
      show([m('a', ULONG, 3), m('b', INT, 20), m('c', ULONG, 9)]),
      'a@0:0+3 b@0:3+20 c@0:23+9 = 4/4',
    ],
    [
      'bits that do not fit',
      show([m('a', ULONG, 3), m('b', INT, 20), m('c', ULONG, 10)]),
      'a@0:0+3 b@0:3+20 c@4:0+10 = 8/4',
    ],
    [
      'change of size',
      show([m('a', UCHAR, 3), m('b', UCHAR, 5), m('c', USHORT, 4), m('d', UCHAR)]),
      'a@0:0+3 b@0:3+5 c@2:0+4 d@4 = 6/2',
    ],
    [
      'change to 64 bits and back',
      show([m('a', INT, 3), m('b', INT64, 3), m('c', INT, 3)]),
      'a@0:0+3 b@8:0+3 c@16:0+3 = 24/8',
    ],
    [
      'zero width ends the unit',
      show([m('a', ULONG, 3), m(undefined, ULONG, 0), m('b', ULONG, 2)]),
      'a@0:0+3 b@4:0+2 = 8/4',
    ],
    ['zero width aligns', show([m('a', UCHAR, 4), m(undefined, ULONG, 0), m('b', UCHAR)]), 'a@0:0+4 b@4 = 8/4'],
    ['zero width after no bit-field', show([m('x', UCHAR), m(undefined, ULONG, 0), m('y', UCHAR)]), 'x@0 y@1 = 2/1'],
    [
      'unnamed bits take room',
      show([m('a', ULONG, 3), m(undefined, ULONG, 5), m('b', ULONG, 2)]),
      'a@0:0+3 _@0:3+5 b@0:8+2 = 4/4',
    ],
    [
      'packed bits',
      show([m('a', UCHAR), m('b', ULONG), m('c', UINT64, 33), m('d', UINT64, 31), m('e', USHORT)], { pack: 1 }),
      'a@0 b@1 c@5:0+33 d@5:33+31 e@13 = 15/1',
    ],
    [
      'bits under pack 2',
      show([m('a', UCHAR), m('b', ULONG, 4), m('c', ULONG, 28), m('d', ULONG, 1)], { pack: 2 }),
      'a@0 b@2:0+4 c@2:4+28 d@6:0+1 = 10/2',
    ],
    // Microsoft: bit-fields do not raise the alignment of a union.
    ['bits in a union', show([m('a', UINT64, 3), m('b', UCHAR)], { union: true }), 'a@0:0+3 b@0 = 8/1'],
    ['align on the record', show([m('a', UCHAR)], { align: 16 }), 'a@0 = 16/16'],
    ['align on a member', show([m('a', UCHAR), m('b', ULONG, undefined, 8)]), 'a@0 b@8 = 16/8'],
    // Microsoft: packing does not lower a demanded alignment.
    ['align against pack', show([m('a', UCHAR), m('b', ULONG, undefined, 8)], { pack: 1 }), 'a@0 b@8 = 16/8'],
  ])('%s', (_name, got, expected) => {
    expect(got).toBe(expected);
  });

  test('an aligned type keeps its alignment inside a packed record', () => {
    const inner = layoutRecord([m('a', UCHAR)], { union: false, pack: 8, align: 16 });
    const def = { union: false, tag: 'M', ...inner };
    expect(show([m('x', UCHAR), m('m', { kind: 'record', def }), m('z', UCHAR)], { pack: 1 })).toBe(
      'x@0 m@16 z@32 = 48/16',
    );
  });
});
