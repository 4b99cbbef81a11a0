/**
 * What of the timeline lies at a point: an event, a bar of many, a piece of a lane, a bookmark ... Pure; searches the indexes that are drawn from.
 */
import { isBinned } from './draw-marks';
import { regionAt } from './geometry';
import type { LanePiece } from './lane-index';
import { type Scene, xOf } from './scene';
import type { Span } from './span';

export type Target =
  | { readonly kind: 'event'; readonly event: number; readonly instant: number; readonly name: string }
  | { readonly kind: 'bar'; readonly group: number; readonly span: Span }
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'piece'; readonly piece: LanePiece }
  | { readonly kind: 'bookmark' | 'hit'; readonly instant: number }
  | { readonly kind: 'branch'; readonly id: number }
  | { readonly kind: 'end' };

type Seen = Pick<Scene, 'geometry' | 'span' | 'events' | 'lanes' | 'bookmarks' | 'hits' | 'branches' | 'head' | 'end'>;

/** Pixels on both sides in which something small is still meant. */
const NEAR = 6;

export function instantAt({ span, geometry, head }: Pick<Scene, 'span' | 'geometry' | 'head'>, x: number): number {
  const { left, right } = geometry.stretch;
  const instant = span.from + ((x - left) / (right - left)) * (span.to - span.from);
  return Math.max(0, Math.min(head, Math.round(instant)));
}

export function targetAt(scene: Seen, x: number, y: number): Target | undefined {
  const { geometry, span, events, lanes } = scene;
  const { left, right } = geometry.stretch;
  const region = regionAt(geometry, y);
  const isInGutter = x < left;
  if (region.kind === 'marks' && isInGutter) return { kind: 'group', group: region.group };
  if (isInGutter) return undefined;
  if (region.kind === 'ruler') return onRuler(scene, x);
  const each = (span.to - span.from) / (right - left);
  const instant = span.from + (x - left) * each;
  if (region.kind === 'lane') {
    const piece = lanes?.at(region.cpu, instant);
    return piece && { kind: 'piece', piece };
  }
  if (region.kind !== 'marks') return undefined;
  if (isBinned(scene)) {
    const around = { from: instant - each * 2, to: instant + each * 2 };
    return events.countIn(region.group, around) > 0 ? { kind: 'bar', group: region.group, span: around } : undefined;
  }
  const event = events.nearest(region.group, instant - 0.5, NEAR * each);
  if (event === undefined) return undefined;
  return { kind: 'event', event, instant: events.instantOf(event), name: events.kindOf(event) };
}

function onRuler({ geometry, span, bookmarks, hits, branches, head, end }: Seen, x: number): Target | undefined {
  const isNear = (instant: number) => Math.abs(xOf(instant, span, geometry) - x) <= NEAR;
  const bookmark = bookmarks.find(isNear);
  if (bookmark !== undefined) return { kind: 'bookmark', instant: bookmark };
  const hit = hits.find(isNear);
  if (hit !== undefined) return { kind: 'hit', instant: hit };
  const branch = branches.find(({ leaves }) => isNear(leaves));
  if (branch) return { kind: 'branch', id: branch.id };
  return end && isNear(head) ? { kind: 'end' } : undefined;
}
