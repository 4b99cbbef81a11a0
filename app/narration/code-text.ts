/**
 * The line that is about to run as it is read aloud, with the variables that it names and what they hold: for who cannot look at the source and the values
 * beside it. Pure.
 */
import type { Read } from '../../kernel-sim/protocol/views';
import type { LocalsView } from '../../kernel-sim/protocol/views-code';
import { shortValue } from '../debugger/stack-rows';

const MOST_NAMES = 4;
const MOST_CHARACTERS = 160;

/** `The line says: return Complete(Irp, STATUS_SUCCESS, inputLength); inputLength is 4.`; '' if there is no such line. `line` from 1. */
export function codeText(text: string | undefined, line: number, locals: Read<LocalsView> | undefined): string {
  const code = text?.split('\n')[line - 1]?.trim() ?? '';
  if (code === '') return '';
  const said = code.length > MOST_CHARACTERS ? `${code.slice(0, MOST_CHARACTERS)}…` : code;
  const variables = !locals || 'problem' in locals ? [] : locals.variables.filter(({ shadowed }) => !shadowed);
  const names = new Set(
    Array.from(code.replace(/"(?:\\.|[^"\\])*"|\/\*.*?\*\//g, '').matchAll(/\b[A-Za-z_]\w*\b/g), ([name]) => name),
  );
  const values = variables
    .filter(({ name, value }) => names.has(name) && value !== '')
    .slice(0, MOST_NAMES)
    .map(({ name, value }) => `${name} is ${shortValue(value)}`);
  return `The line says: ${said} ${values.length === 0 ? '' : `${values.join(', ')}.`}`.trimEnd();
}
