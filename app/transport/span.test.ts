import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clamped,
  isWhole,
  LEAST_INSTANTS,
  mostZoom,
  panned,
  revealing,
  type Span,
  scaleOf,
  spanOf,
  transformOf,
  wholeRun,
  zoomed,
} from './span';

const HEAD = 10_000_000;

const spans = fc
  .tuple(fc.double({ min: 0, max: HEAD, noNaN: true }), fc.double({ min: LEAST_INSTANTS, max: HEAD, noNaN: true }))
  .map(([from, width]) => clamped({ from, to: from + width }, HEAD));

const isInside = ({ from, to }: Span) =>
  from >= 0 && to <= HEAD + 1e-6 && to - from >= LEAST_INSTANTS - 1e-6 && to - from <= HEAD + 1e-6;

describe('whatever is done to a span', () => {
  test('it stays within the run and is never too narrow', () => {
    fc.assert(
      fc.property(spans, fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.nat(HEAD), (span, factor, at) => {
        expect(isInside(zoomed(span, factor, at, HEAD))).toBe(true);
        expect(isInside(panned(span, factor - 1, HEAD))).toBe(true);
        const revealed = revealing(span, at, HEAD);
        expect(isInside(revealed) && revealed.from <= at && revealed.to >= at).toBe(true);
      }),
    );
  });

  test('it is the same for d3-zoom, there and back', () => {
    const stretch = { left: 46, right: 1404 };
    fc.assert(
      fc.property(spans, (span) => {
        const transform = transformOf(span, HEAD, stretch);
        const back = spanOf(transform, HEAD, stretch);
        expect(Math.abs(back.from - span.from)).toBeLessThan(1e-3);
        expect(Math.abs(back.to - span.to)).toBeLessThan(1e-3);
        expect(transform.k).toBeLessThanOrEqual(mostZoom(HEAD) * (1 + 1e-9));
      }),
    );
  });
});

test('zooming keeps what is under the pointer there', () => {
  const stretch = { left: 0, right: 1000 };
  const before = { from: 2000, to: 4000 };
  const after = zoomed(before, 4, 2500, HEAD);
  expect(after.to - after.from).toBeCloseTo(500);
  expect(scaleOf(after, stretch)(2500)).toBeCloseTo(scaleOf(before, stretch)(2500));
});

test('an instant in view moves nothing; one outside comes in with room on its side', () => {
  const span = { from: 1000, to: 2000 };
  expect(revealing(span, 1500, HEAD)).toBe(span);
  expect(revealing(span, 5000, HEAD)).toEqual({ from: 4150, to: 5150 });
  expect(revealing(span, 900, HEAD)).toEqual({ from: 750, to: 1750 });
});

test('a run of a few instructions can be drawn, and nothing at all too', () => {
  expect(wholeRun(0)).toEqual({ from: 0, to: LEAST_INSTANTS });
  expect(isWhole(wholeRun(3), 3)).toBe(true);
  expect(isWhole({ from: 0, to: 500 }, 1000)).toBe(false);
  expect(mostZoom(3)).toBe(1);
});
