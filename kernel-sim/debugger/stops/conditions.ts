/** C expressions in breakpoints: conditions, addresses, the braces of log points; evaluated where the machine stands. */
import type { Kernel } from '../../kernel/kernel.ts';
import { contextOf } from '../context.ts';
import { DebugError } from '../error.ts';
import { type Expression, evaluateCondition, evaluateNumber, evaluateText, parse } from '../expression.ts';

export type LogPart = string | Expression;

/** `code {Code} from {*Irp}` taken apart; `{{` stands for a brace. */
export function parseLog(text: string): LogPart[] {
  const parts: LogPart[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '{' || text[i + 1] === '{') {
      if (text[i] === '{') i++;
      plain += text[i];
      continue;
    }
    const end = text.indexOf('}', i);
    if (end < 0) throw new DebugError('this brace is not closed', { start: i, end: text.length });
    if (plain !== '') parts.push(plain);
    plain = '';
    try {
      parts.push(parse(text.slice(i + 1, end)));
    } catch (e) {
      throw e instanceof DebugError ? new DebugError(e.message, { start: i + 1, end }) : e;
    }
    i = end;
  }
  if (plain !== '' || parts.length === 0) parts.push(plain);
  return parts;
}

/** What a log point says here. An expression that cannot be worked out says why. */
export function logText(k: Kernel, parts: readonly LogPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : valueText(k, part))).join('');
}

function valueText(k: Kernel, expression: Expression): string {
  try {
    return evaluateText(expression, contextOf(k));
  } catch (e) {
    if (e instanceof DebugError) return `<${e.message}>`;
    throw e;
  }
}

/** Whether a condition holds here, or why that cannot be told. */
export function holds(k: Kernel, condition: Expression): boolean | string {
  try {
    return evaluateCondition(condition, contextOf(k));
  } catch (e) {
    if (e instanceof DebugError) return e.message;
    throw e;
  }
}

/** 64 bits from an expression for an address; throws DebugError. */
export function addressOf(k: Kernel, text: string): bigint {
  return BigInt.asUintN(64, evaluateNumber(parse(text), contextOf(k)));
}
