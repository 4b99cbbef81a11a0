/** The shape of a group of events, as on the timeline. */
import type { Group } from './groups';
import { pathOf } from './shapes';

export function GroupMark({ shape, meaning }: Pick<Group, 'shape' | 'meaning'>) {
  return (
    <svg className={`glyph is-${meaning}`} viewBox="-1.2 -1.2 2.4 2.4" width="12" height="12" aria-hidden="true">
      <path d={pathOf(shape)} fill="currentColor" />
    </svg>
  );
}
