/**
 * What `dt` means: `dt TYPE`, `dt TYPE FIELD... ADDRESS`, `dt VARIABLE`. Takes its words apart and finds type, fields and address; the view shows them.
 */
import type { DebugContext } from './context.ts';
import { DebugError } from './error.ts';
import { resolveTypeName } from './evaluate.ts';
import { evaluate, evaluateNumber } from './expression.ts';
import { tokenize } from './expression-lexer.ts';
import { parseTypeName } from './expression-parser.ts';
import { imageOf } from './names.ts';
import { didYouMean, suggest } from './suggest.ts';
import { completeRecord, findType } from './type-names.ts';
import { fieldNames, findField, type RecordType, type Type } from './types.ts';

export interface DtTarget {
  /** The record's body, if any image has it. */
  readonly type: Type;
  /** 64-bit pattern; undefined: the layout alone. */
  readonly address: bigint | undefined;
  /** Paths that were asked for (`Tail.Overlay`); none: all members. */
  readonly fields: readonly string[];
}

/**
 * Words as they were typed, without options. What follows the type: names that begin like a member are fields (`IoStatus`, `Tail.Overlay`,
 * `IoStatus.`), the rest is an expression for the address. What is no type is an expression: a pointer to a record means the record.
 */
export function dtTarget(context: DebugContext, text: string): DtTarget {
  const { type: written, rest } = splitType(text);
  if (written === '') throw new DebugError('dt needs a type or a variable', { start: 0, end: text.length });
  const isTag = /^(struct|union|enum)\s/.test(written);
  if (!isTag && findType(context, written.replace(/[\s*]+$/, ''), imageOf(context)) === undefined) {
    return ofExpression(context, text, written, rest);
  }
  const type = complete(context, resolveTypeName(context, parseTypeName(tokenize(written))));
  const { fields, address } = splitRest(context, type, rest);
  return { type, fields, address: address === '' ? undefined : evaluateNumber(address, context) };
}

/** The type's words, up to the first that belongs to fields or address. */
function splitType(text: string): { type: string; rest: string } {
  const match = /^\s*((?:(?:struct|union|enum)\s+)?[\w.!$]+(?:\s*\*)*)\s*(.*)$/s.exec(text);
  return match ? { type: match[1].trim(), rest: match[2].trim() } : { type: text.trim(), rest: '' };
}

function splitRest(context: DebugContext, type: Type, rest: string): { fields: string[]; address: string } {
  const words = rest === '' ? [] : rest.split(/\s+/);
  const fields: string[] = [];
  while (words.length > 0 && type.kind === 'record' && isFieldPath(words[0], type)) {
    fields.push((words.shift() as string).replace(/\.$/, ''));
  }
  const address = words.join(' ');
  // A word that is neither a member nor anything else was probably meant to be a member.
  if (type.kind === 'record' && /^[A-Za-z_][\w.]*$/.test(address) && !isKnown(context, address)) {
    const near = suggest(address, fieldNames(type));
    throw new DebugError(`'${type.name}' has no member '${address}', and no variable has that name${didYouMean(near)}`);
  }
  return { fields, address };
}

function isFieldPath(word: string, type: RecordType): boolean {
  return /^[A-Za-z_][\w.]*$/.test(word) && findField(type, word.split('.')[0]) !== undefined;
}

function isKnown(context: DebugContext, text: string): boolean {
  try {
    evaluate(text, context);
    return true;
  } catch (e) {
    if (e instanceof DebugError) return false;
    throw e;
  }
}

function ofExpression(context: DebugContext, text: string, written: string, rest: string): DtTarget {
  // `Irp IoStatus`: a variable and members of what it points to; `Irp->Tail`: one expression.
  const isPlain = /^[\w$@!.]+$/.test(written) && /^[A-Za-z_]/.test(rest);
  const v = evaluate(isPlain ? written : text, context);
  const pointee = v.type.kind === 'pointer' && v.value !== undefined ? complete(context, v.type.to) : undefined;
  if (pointee?.kind === 'record') {
    return { type: pointee, address: v.value, fields: isPlain ? splitRest(context, pointee, rest).fields : [] };
  }
  const type = complete(context, v.type);
  return { type, address: v.address, fields: isPlain ? splitRest(context, type, rest).fields : [] };
}

function complete(context: DebugContext, type: Type): Type {
  return type.kind === 'record' ? completeRecord(context, type) : type;
}
