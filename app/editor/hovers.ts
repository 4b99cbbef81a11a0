/**
 * What stands under the pointer in the text: of a name its value, type and home at the shown instant, with ways into the inspector and the past; of a routine
 * or a kernel term the sentence of the glossary.
 */
import { ask } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { seek } from '../client/moves';
import { useLab } from '../store/lab';
import { inspect } from '../store/selection';
import type { EditorSession } from './editor-session';
import { editor, languages, Range } from './monaco';
import { type ReadValue, readValue } from './read-value';
import { expressionAt, tokenLines } from './tokenizer';

const INSPECT = 'ring-zero.inspect';
const LAST_WRITE = 'ring-zero.last-write';

interface Markdown {
  readonly value: string;
  readonly isTrusted?: { readonly enabledCommands: readonly string[] };
}

/** Until the result is called. */
export function registerHovers(session: EditorSession): () => void {
  const registered = [
    editor.registerCommand(INSPECT, (_: unknown, expression: unknown) => {
      if (typeof expression === 'string') inspect({ kind: 'expression', expression });
    }),
    editor.registerCommand(LAST_WRITE, (_: unknown, expression: unknown) => {
      if (typeof expression === 'string') void goToLastWrite(expression);
    }),
    languages.registerHoverProvider('cpp', {
      provideHover: async (model, { lineNumber, column }) => {
        if (session.keyOf(model) === undefined) return null;
        const line = model.getLineContent(lineNumber);
        const found = expressionAt(line, column);
        const isCode = found !== undefined && isName(model.getValue(), lineNumber, found.from);
        const [value, term] = await Promise.all([isCode ? readValue(found.text) : undefined, termAt(line, column)]);
        const contents = [...(value ? wordsFor(value) : []), ...(term ? [{ value: term }] : [])];
        if (contents.length === 0) return null;
        const { from, to } = found ?? { from: column, to: column };
        return { contents: contents as { value: string }[], range: new Range(lineNumber, from, lineNumber, to) };
      },
    }),
  ];
  return () => {
    for (const one of registered) one.dispose();
  };
}

/** Goes to the instant at which the bytes of an expression were written last; says why not. */
export async function goToLastWrite(expression: string): Promise<void> {
  const { shown } = useLab.getState();
  const value = await readValue(expression);
  if (!shown || !value?.record.address) return;
  try {
    const request = { address: value.record.address, length: value.length, at: shown.at };
    const { writes } = await ask({ kind: 'last-writes', request });
    const [last] = writes;
    if (last) await seek({ branch: shown.at.branch, instant: last.instant });
    else inspect({ kind: 'expression', expression });
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    inspect({ kind: 'expression', expression });
  }
}

function wordsFor({ expression, record, home }: ReadValue): Markdown[] {
  const place = [home, record.address?.replace(/^0x0+/, '0x')].filter(Boolean).join(', ');
  const lines = [`${record.type} ${expression} = ${record.value}`];
  for (const child of record.children.slice(0, MOST_MEMBERS)) lines.push(`  ${child.name} = ${child.value}`);
  if (record.more || record.children.length > MOST_MEMBERS) lines.push('  ...');
  const link = (command: string, text: string) =>
    `[${text}](command:${command}?${encodeURIComponent(JSON.stringify([expression]))})`;
  const links = [link(INSPECT, 'Inspect'), ...(record.address ? [link(LAST_WRITE, 'Go to its last write')] : [])];
  return [
    { value: `\`\`\`cpp\n${lines.join('\n')}\n\`\`\`` },
    {
      value: [place && `Lives at ${place}.`, links.join(' \u00a0 ')].filter(Boolean).join(' \u00a0 '),
      isTrusted: { enabledCommands: [INSPECT, LAST_WRITE] },
    },
  ];
}

const MOST_MEMBERS = 8;

/** Not in a comment or a string. */
function isName(text: string, line: number, column: number): boolean {
  let at = 1;
  for (const token of tokenLines(text)[line - 1] ?? []) {
    if (column < at + token.text.length) return token.kind === 'name';
    at += token.text.length;
  }
  return false;
}

async function termAt(line: string, column: number): Promise<string | undefined> {
  const { termNamed, termsIn } = await import('../glossary/find');
  const word = /\w+$/.exec(line.slice(0, column - 1))?.[0] ?? '';
  const rest = /^\w*/.exec(line.slice(column - 1))?.[0] ?? '';
  const named = word + rest === '' ? undefined : termNamed(word + rest);
  const term = named ?? termsIn(line).find(({ start, end }) => column - 1 >= start && column - 1 < end)?.term;
  return term && `**${term.name}**: ${term.short}`;
}
