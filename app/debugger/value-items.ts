/** What the menu of a variable offers: questions about its past, a breakpoint on its bytes, the inspector, the watch list. */
import type { CodeFocus } from '../../kernel-sim/protocol/views';
import { LabError } from '../client/lab-connection';
import type { MenuItem } from '../design/Menu';
import { addBreakpoint } from '../store/breakpoints';
import { inspect } from '../store/selection';
import { addWatch } from './kept';
import { shownNow, sizeOf } from './Past';
import type { ValueRow } from './value-tree';

/** Of which thread and frame the values are. */
export interface Scope {
  readonly focus: CodeFocus;
  /** KTHREAD; for questions about the past. */
  readonly thread?: string | undefined;
  /** EPROCESS, where it is not the current one. */
  readonly process?: string | undefined;
}

/** A question about a row that is answered below it. */
export type Asked = { readonly id: string; readonly about: 'write' | 'history' };

/** What can be asked about a value, and done with it. */
export function itemsOf(
  { id, expression, address, level }: ValueRow,
  scope: Scope,
  onAsk: (asked: Asked) => void,
  onSay: (text: string) => void,
): MenuItem[] {
  const items: MenuItem[] = [];
  if (address !== undefined && expression !== undefined) {
    items.push({
      id: 'write',
      label: 'Who wrote this last?',
      about: 'Finds the instruction, and the way to it',
      onChoose: () => onAsk({ id, about: 'write' }),
    });
  }
  if (expression !== undefined) {
    items.push({
      id: 'history',
      label: 'Which values did it have?',
      about: 'Every change up to this instant',
      onChoose: () => onAsk({ id, about: 'history' }),
    });
  }
  if (address !== undefined && expression !== undefined) {
    items.push({
      id: 'stop',
      label: 'Stop when this changes',
      about: `Watches the bytes at ${address}`,
      separated: true,
      onChoose: () => void stopAtChange(address, expression, scope).then(onSay),
    });
  }
  if (expression !== undefined) {
    items.push({
      id: 'inspect',
      label: 'Inspect',
      onChoose: () => inspect({ kind: 'expression', expression }),
    });
    if (level > 1) items.push({ id: 'watch', label: 'Watch', onChoose: () => addWatch(expression) });
  }
  return items;
}

/** A variable of a frame has its name only there: the breakpoint is on its bytes. */
async function stopAtChange(address: string, expression: string, { focus }: Scope): Promise<string> {
  try {
    const length = await sizeOf(expression, focus, shownNow().at, {});
    addBreakpoint({ where: { kind: 'data', address, length, access: 'change' } });
    return `A breakpoint is set: the machine stops when ${expression} changes, forwards and backwards.`;
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return `No breakpoint could be set: ${error.message}.`;
  }
}
