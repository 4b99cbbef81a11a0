/** Where in a source a text of the views points: `mirror!Control+0x8 (driver.c:41)`. Pure. */
import type { Place } from '../../store/selection';

export interface CodeText {
  /** `mirror!Control+0x8`. */
  readonly symbol: string;
  readonly place: Place | undefined;
}

export function codeText(text: string): CodeText {
  const found = /^(?:(.*?) )?\((\S+\.[chs]):(\d+)\)$/i.exec(text);
  if (!found) return { symbol: text, place: undefined };
  const [, symbol = '', file, line] = found;
  const image = /^([^!]+)!/.exec(symbol)?.[1];
  return { symbol, place: { file: file as string, line: Number(line), image } };
}
