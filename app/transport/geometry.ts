/**
 * Where the timeline's rows are, in CSS pixels from its top: minimap, ruler, a lane per CPU, a row per group of events. Pure.
 */
import type { GroupId } from './groups';
import { GROUPS } from './groups';
import type { Stretch } from './span';

export interface Row {
  readonly top: number;
  readonly height: number;
}

export interface Geometry {
  readonly width: number;
  readonly height: number;
  /** Where instants are drawn; names of rows stand left of it. */
  readonly stretch: Stretch;
  readonly map: Row;
  readonly ruler: Row;
  readonly lanes: readonly Row[];
  /** Of the groups that are shown, with their place in `GROUPS`. */
  readonly marks: readonly (Row & { readonly group: number })[];
}

/** What is at a place of the timeline. */
export type Region =
  | { readonly kind: 'map' | 'ruler' | 'none' }
  | { readonly kind: 'lane'; readonly cpu: number }
  | { readonly kind: 'marks'; readonly group: number };

const MAP_HEIGHT = 10;
const RULER_HEIGHT = 20;
const MARKS_HEIGHT = 44;
const MOST_MARK_ROW = 14;
const GUTTER = 46;
const END_ROOM = 12;
const GAP = 3;

export function geometryOf(width: number, cpus: number, shown: readonly GroupId[]): Geometry {
  const map = { top: 0, height: MAP_HEIGHT };
  const ruler = { top: MAP_HEIGHT + GAP, height: RULER_HEIGHT };
  const laneHeight = cpus <= 2 ? 17 : cpus <= 4 ? 13 : 9;
  const lanesTop = ruler.top + ruler.height;
  const lanes = Array.from({ length: cpus }, (_, cpu) => ({
    top: lanesTop + cpu * (laneHeight + 1),
    height: laneHeight,
  }));
  const marksTop = lanesTop + cpus * (laneHeight + 1) + GAP;
  const groups = GROUPS.flatMap(({ id }, group) => (shown.includes(id) ? [group] : []));
  const markHeight = Math.min(MOST_MARK_ROW, MARKS_HEIGHT / Math.max(1, groups.length));
  const marks = groups.map((group, i) => ({ group, top: marksTop + i * markHeight, height: markHeight }));
  const stretch = { left: GUTTER, right: Math.max(GUTTER + 1, width - END_ROOM) };
  return { width, height: marksTop + MARKS_HEIGHT, stretch, map, ruler, lanes, marks };
}

export function regionAt({ map, ruler, lanes, marks }: Geometry, y: number): Region {
  const has = ({ top, height }: Row) => y >= top && y < top + height;
  if (has(map)) return { kind: 'map' };
  if (has(ruler)) return { kind: 'ruler' };
  const cpu = lanes.findIndex(has);
  if (cpu >= 0) return { kind: 'lane', cpu };
  const row = marks.find(has);
  return row ? { kind: 'marks', group: row.group } : { kind: 'none' };
}
