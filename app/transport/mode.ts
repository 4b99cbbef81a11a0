/** In which mode the machine stands: as the situation says, or, until that is known, as the lanes do. Pure. */
import type { Situation } from '../../kernel-sim/protocol/page-queries';
import type { StopReport } from '../../kernel-sim/protocol/time';
import { MEANING_LABELS } from '../design/Glyph';
import { placeWords } from '../instants/place-words';
import { sameAt } from '../store/instants';
import { count } from '../words/numbers';
import type { LaneIndex } from './lane-index';

export type Mode = Situation['mode'];

export function modeAt(
  { at, cpu }: Pick<StopReport, 'at' | 'cpu'>,
  situation: Situation | undefined,
  lanes: LaneIndex | undefined,
): Mode | undefined {
  if (situation && sameAt(situation.at, at)) return situation.mode;
  return lanes?.at(cpu, at.instant)?.state ?? situation?.mode;
}

/** What the timeline says of the shown instant to who cannot see it. */
export function valueText(shown: StopReport | undefined, head: number, mode: Mode | undefined): string {
  if (!shown) return 'nothing has run yet';
  const { text } = placeWords(shown.place);
  const parts = [`instant ${count(shown.at.instant)} of ${count(head)}`, mode && MEANING_LABELS[mode], text];
  return parts.filter(Boolean).join(', ');
}
