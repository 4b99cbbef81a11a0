/**
 * Values beside the code: what the variables that a line names are worth at the shown instant, for the lines of the current function up to the one about to
 * run. Pure, over text and the views of the frame's variables.
 */
import type { LocalsView, VariableView } from '../../kernel-sim/protocol/views-code';
import { functionAround, type Token } from './tokenizer';

export interface InlineValue {
  readonly name: string;
  readonly value: string;
  readonly changed: boolean;
}

export interface InlineLine {
  readonly line: number;
  readonly values: readonly InlineValue[];
}

interface Asked {
  readonly lines: readonly (readonly Token[])[];
  /** The line about to run, of the same text. */
  readonly line: number;
  readonly now: LocalsView;
  /** Of the stop before; compared if it is of the same frame. */
  readonly before: LocalsView | undefined;
  /** Lines that have not run: what they would say would only mislead. */
  readonly notRun: ReadonlySet<number>;
}

const MOST_A_LINE = 3;
const MOST_CHARACTERS = 32;

export function inlineValues({ lines, line, now, before, notRun }: Asked): InlineLine[] {
  const range = functionAround(lines, line);
  if (!range) return [];
  const variables = visible(now);
  const old = before?.frame === now.frame ? visible(before) : undefined;
  const found: InlineLine[] = [];
  for (let number = range[0]; number <= line; number++) {
    const tokens = lines[number - 1] ?? [];
    if ((notRun.has(number) && number !== line) || isBareDeclaration(tokens)) continue;
    const values = namesIn(tokens)
      .flatMap((name) => shownValue(variables.get(name), old?.get(name)))
      .slice(0, MOST_A_LINE);
    if (values.length > 0) found.push({ line: number, values });
  }
  return found;
}

/** `status = 0 (STATUS_SUCCESS)`, in short: addresses by their last digits, numbers without their hexadecimal twin. */
export function wordsOf({ name, value }: Pick<InlineValue, 'name' | 'value'>): string {
  const short = value
    .replace(/\s+/g, ' ')
    .replace(/^(-?\d+) \(0x[0-9A-F]+\)$/i, '$1')
    .replace(/0x([0-9A-F]{12})([0-9A-F]{4})\b/gi, (_, high: string, low: string) =>
      /^0+$/.test(high) ? `0x${low.replace(/^0+(?=.)/, '')}` : `0x…${low}`,
    );
  return `${name} = ${short.length > MOST_CHARACTERS ? `${short.slice(0, MOST_CHARACTERS - 1)}…` : short}`;
}

/** As many of the values as have room behind the line, so that no line is wrapped for them and the text stays where it is. */
export function fitting(values: readonly InlineValue[], line: string, columns: number): readonly InlineValue[] {
  let room = columns - lastRow(line, columns) - 2;
  return values.filter((value) => {
    const length = wordsOf(value).length + 2;
    if (length > room) return false;
    room -= length;
    return true;
  });
}

/** How long the last row of a line is when it is wrapped at words, under its own indentation. */
function lastRow(line: string, columns: number): number {
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  let rest = line.trimEnd();
  while (rest.length > columns) {
    const at = rest.lastIndexOf(' ', columns);
    const cut = at > indent ? at + 1 : columns;
    rest = ' '.repeat(indent < columns ? indent : 0) + rest.slice(cut);
    if (indent >= columns && rest.length <= columns) break;
  }
  return rest.length;
}

/** By name, without those that an inner variable of the same name hides. */
function visible({ variables }: LocalsView): Map<string, VariableView> {
  return new Map(variables.filter(({ shadowed }) => !shadowed).map((variable) => [variable.name, variable]));
}

function shownValue(variable: VariableView | undefined, old: VariableView | undefined): InlineValue[] {
  // A structure has no one line that says it.
  if (!variable || variable.value === '' || variable.value.startsWith('{')) return [];
  const { name, value } = variable;
  return [{ name, value, changed: variable.changed || (old !== undefined && old.value !== value) }];
}

/** `ULONG i;`: what happens to lie there has not been given to it yet. */
function isBareDeclaration(tokens: readonly Token[]): boolean {
  const solid = tokens.filter(({ kind, text }) => kind !== 'comment' && text.trim() !== '');
  const words = solid.filter(({ kind }) => kind === 'name' || kind === 'keyword');
  const isPlain = solid.every(({ kind, text }) => kind !== 'other' || /^[*,;[\]]$/.test(text));
  return (
    solid.at(-1)?.text === ';' && isPlain && words.length > 1 && !/^(return|goto|case)$/.test(words[0]?.text ?? '')
  );
}

/** Names in the order of their first mention; members and calls are none of variables. */
function namesIn(tokens: readonly Token[]): string[] {
  const names = new Set<string>();
  const solid = tokens.filter(({ kind, text }) => kind !== 'comment' && text.trim() !== '');
  for (const [i, { kind, text }] of solid.entries()) {
    const before = solid[i - 1]?.text;
    const isMember = before === '.' || (before === '>' && solid[i - 2]?.text === '-');
    if (kind === 'name' && !isMember && solid[i + 1]?.text !== '(') names.add(text);
  }
  return [...names];
}
