/**
 * Works out trees of expressions over a machine, with C's rules for LLP64: promotions, 64 bits, unsigned, pointer arithmetic. Reads memory through the
 * context's view and nothing else; what goes wrong is a DebugError with the place in the text.
 */
import { foldBinary } from '../c/fold.ts';
import { apply, combine, common, convert, holds, isComparison, type Operand, plainType } from './arithmetic.ts';
import type { DebugContext } from './context.ts';
import { DebugError } from './error.ts';
import { noCalls, parseTokens, parseTypeName } from './expression-parser.ts';
import type { Arithmetic, Token, Tree, TypeName } from './expression-tree.ts';
import { expandMacro } from './macros.ts';
import { constantNamed, entityNamed, imageOf, unknownName } from './names.ts';
import { registerValue } from './registers.ts';
import { didYouMean, suggest } from './suggest.ts';
import { completeRecord, findType, suggestType, type TagKind } from './type-names.ts';
import {
  arrayOf,
  type FloatType,
  fieldNames,
  findField,
  floatType,
  INT,
  INT64,
  type IntType,
  intType,
  isArithmetic,
  isInteger,
  isScalar,
  type PointerType,
  pointerTo,
  printType,
  type RecordType,
  type ScalarType,
  sameType,
  sizeOf,
  type Type,
  UINT64,
  VOID,
} from './types.ts';
import { decayed, fieldOf, load, lvalueAt, rvalue, type TypedValue } from './values.ts';

/** Macros inside of macros, and all that one expression may expand: they may double at every step. */
const MAX_NESTED = 32;
const MAX_EXPANSIONS = 500;

export function evaluateTree(context: DebugContext, tree: Tree): TypedValue {
  return new Evaluator(context, 0, { left: MAX_EXPANSIONS }).value(tree);
}

/** Does a name, standing in parentheses before an operator, mean a type here? Variables hide types. */
export function meansType(context: DebugContext, name: string): boolean {
  return !entityNamed(context, name) && findType(context, name, imageOf(context)) !== undefined;
}

/** The type that a written name means; DebugError if there is none. */
export function resolveTypeName(context: DebugContext, name: TypeName): Type {
  let type = name.base.kind === 'words' ? builtin(name, name.base.words) : namedType(context, name, name.base);
  for (let i = 0; i < name.stars; i++) type = pointerTo(type);
  for (const length of [...name.lengths].reverse()) type = arrayOf(type, length);
  return type;
}

function namedType(
  context: DebugContext,
  at: TypeName,
  { name, tag }: { readonly name: string; readonly tag: TagKind | undefined },
): Type {
  const found = findType(context, name, imageOf(context), tag);
  if (found) return found;
  const what = tag === undefined ? 'type' : tag;
  const near = suggestType(context, name, imageOf(context));
  throw new DebugError(`there is no ${what} '${name}'${didYouMean(near)}`, at);
}

const SIZED: Record<string, IntType['int']> = {
  __int8: 'char',
  __int16: 'short',
  __int32: 'int',
  __int64: 'int64',
  _Bool: 'bool',
  bool: 'bool',
};

function builtin(at: TypeName, words: readonly string[]): Type {
  const count = (word: string) => words.filter((w) => w === word).length;
  const unsigned = count('unsigned') > 0;
  const longs = count('long');
  const rest = words.filter((w) => !/^(un)?signed$|^long$|^int$|^short$/.test(w));
  const bad = new DebugError(`'${words.join(' ')}' is no type`, at);
  if (rest.length === 1 && (rest[0] === 'float' || rest[0] === 'double')) {
    const isLong = rest[0] === 'double' && longs === 1;
    if (words.length > (isLong ? 2 : 1)) throw bad;
    return floatType(isLong ? 'ldouble' : (rest[0] as FloatType['float']));
  }
  if (rest.length > 1 || longs > 2 || (rest.length === 1 && longs > 0) || (longs > 0 && count('short') > 0)) throw bad;
  const sign = (int: IntType['int']): Type => intType((unsigned ? `u${int}` : int) as IntType['int']);
  const [base] = rest;
  if (base === 'void' && words.length === 1) return VOID;
  if (base === 'wchar_t' && words.length === 1) return intType('ushort', 'wchar_t');
  if (base === 'char') return unsigned ? intType('uchar') : intType(count('signed') > 0 ? 'schar' : 'char');
  if (base !== undefined) {
    const int = SIZED[base];
    if (!int) throw bad;
    return sign(int);
  }
  if (count('short') > 0) return sign('short');
  return sign(longs === 2 ? 'int64' : longs === 1 ? 'long' : 'int');
}

/** A scalar that has been read. */
type Scalar = TypedValue & { readonly type: ScalarType; readonly value: bigint };

class Evaluator {
  private readonly context: DebugContext;
  private readonly depth: number;
  private readonly expansions: { left: number };

  constructor(context: DebugContext, depth: number, expansions: { left: number }) {
    this.context = context;
    this.depth = depth;
    this.expansions = expansions;
  }

  /** Errors that do not say where get the place of the innermost part that made them. */
  value(tree: Tree): TypedValue {
    try {
      return this.evaluate(tree);
    } catch (e) {
      throw e instanceof DebugError ? e.at(tree) : e;
    }
  }

  private evaluate(tree: Tree): TypedValue {
    switch (tree.kind) {
      case 'number':
        return rvalue(tree.type, tree.value);
      case 'name':
        return this.name(tree.name);
      case 'register': {
        const { type, value } = registerValue(this.context, tree.name);
        return rvalue(type, value);
      }
      case 'unary':
        return this.unary(tree);
      case 'binary':
        return this.binary(tree.op, tree.left, tree.right);
      case 'logical': {
        const left = this.truth(tree.left);
        const result = tree.op === '&&' ? left && this.truth(tree.right) : left || this.truth(tree.right);
        return rvalue(INT, result ? 1n : 0n);
      }
      case 'comma':
        this.value(tree.left);
        return decayed(this.value(tree.right));
      case 'conditional':
        return this.conditional(tree);
      case 'cast':
        return this.cast(this.value(tree.operand), resolveTypeName(this.context, tree.to));
      case 'sizeof-type':
        return this.size(resolveTypeName(this.context, tree.type));
      case 'sizeof':
        return this.size(this.typeOf(tree.operand));
      case 'sizeof-name': {
        const entity = entityNamed(this.context, tree.name.name);
        return this.size(entity ? entity.type : resolveTypeName(this.context, tree.type));
      }
      case 'member':
        return this.member(tree);
      case 'index':
        return this.index(tree.array, tree.index);
      case 'call':
        return this.call(tree);
    }
  }

  private name(name: string): TypedValue {
    const found = entityNamed(this.context, name) ?? constantNamed(this.context, name);
    if (found) return found;
    const expanded = this.macro(name, undefined);
    if (expanded) return expanded;
    throw unknownName(this.context, name);
  }

  /** The value of a macro, if there is one of that name. */
  private macro(name: string, args: readonly (readonly Token[])[] | undefined): TypedValue | undefined {
    const tokens = expandMacro(this.context, name, args);
    if (!tokens) return undefined;
    if (this.depth >= MAX_NESTED || this.expansions.left-- <= 0)
      throw new DebugError(`the macro '${name}' is nested too deeply`);
    try {
      const { tree } = parseTokens(tokens, (n) => meansType(this.context, n));
      return new Evaluator(this.context, this.depth + 1, this.expansions).value(tree);
    } catch (e) {
      // Places in the macro's text mean nothing in the text that was typed.
      if (e instanceof DebugError) throw new DebugError(`in the macro '${name}': ${e.message}`);
      throw e;
    }
  }

  private size(type: Type): TypedValue {
    const complete = type.kind === 'record' ? completeRecord(this.context, type) : type;
    const size = sizeOf(complete);
    if (size === 0) throw new DebugError(`the size of '${printType(type)}' is not known`);
    return rvalue(intType('uint64', 'size_t'), BigInt(size));
  }

  /** The type of an operand that is not evaluated, as far as that can be had: members of what cannot be read still have a size. */
  private typeOf(tree: Tree): Type {
    if (tree.kind === 'unary' && tree.op === '*') {
      const type = this.typeOf(tree.operand);
      if (type.kind === 'pointer') return type.to;
      if (type.kind === 'array') return type.of;
    }
    if (tree.kind === 'index') {
      const type = this.typeOf(tree.array);
      if (type.kind === 'pointer') return type.to;
      if (type.kind === 'array') return type.of;
    }
    if (tree.kind === 'member') {
      const object = this.typeOf(tree.object);
      const record = object.kind === 'pointer' && tree.arrow ? object.to : object;
      if (record.kind === 'record') return this.field(completeRecord(this.context, record), tree.field).type;
    }
    return this.value(tree).type;
  }

  /** The scalar that an operand is; arrays and functions as pointers. */
  private scalar(tree: Tree): Scalar {
    return this.scalarOf(this.value(tree), tree);
  }

  private scalarOf(v: TypedValue, tree: Tree): Scalar {
    const { type, ...rest } = decayed(v);
    if (!isScalar(type)) {
      const what =
        type.kind === 'record'
          ? `the whole ${type.union ? 'union' : 'struct'} ${printType(type)}`
          : `'${printType(type)}'`;
      throw new DebugError(`a number or a pointer is needed here, and this is ${what}`, tree);
    }
    try {
      return { ...v, type, value: load(this.context.view, { ...rest, type }) };
    } catch (e) {
      throw e instanceof DebugError ? e.at(tree) : e;
    }
  }

  private truth(tree: Tree): boolean {
    const { type, value } = this.scalar(tree);
    return holds(value, type);
  }

  /** Integer promotions. */
  private promoted(v: Scalar): Operand {
    const { type, value, bits } = v;
    if (type.kind === 'float') return { type, value };
    if (type.kind === 'int' && type.size >= 4) {
      const isNarrow = bits !== undefined && type.size === 4 && (bits.width < 32 || type.signed);
      if (!isNarrow) return { type, value };
    }
    return { type: INT, value };
  }

  private unary(tree: Tree & { kind: 'unary' }): TypedValue {
    const { op, operand } = tree;
    if (op === '&') return this.addressOf(operand);
    if (op === '*') return this.dereference(this.value(operand), operand);
    const v = this.scalar(operand);
    if (op === '!') return rvalue(INT, holds(v.value, v.type) ? 0n : 1n);
    if (v.type.kind === 'pointer')
      throw new DebugError(`'${op}' needs a number, and this is '${printType(v.type)}'`, operand);
    const { type, value } = apply(op, this.promoted(v));
    return rvalue(type, value);
  }

  private addressOf(operand: Tree): TypedValue {
    const v = this.value(operand);
    // A variable in a register of the window has its slot in the frame, which is memory like all else.
    if (v.bits) throw new DebugError('a bit-field has no address', operand);
    if (v.address === undefined) throw new DebugError('this is a value and has no address', operand);
    return rvalue(pointerTo(v.type), v.address);
  }

  private dereference(pointer: TypedValue, at: Tree): TypedValue {
    const { type, value } = this.scalarOf(pointer, at);
    if (type.kind !== 'pointer')
      throw new DebugError(`'${printType(type)}' is no pointer; cast it to one: *(ULONG *)(...)`, at);
    const to = type.to.kind === 'record' ? completeRecord(this.context, type.to) : type.to;
    if (to.kind === 'void')
      throw new DebugError("'void *' does not say what it points to; cast it: *(ULONG *)(...)", at);
    return lvalueAt(to, value);
  }

  private binary(op: Arithmetic, leftTree: Tree, rightTree: Tree): TypedValue {
    const left = this.scalar(leftTree);
    const right = this.scalar(rightTree);
    if (left.type.kind === 'pointer' || right.type.kind === 'pointer') {
      return this.withPointers(op, left, right, leftTree, rightTree);
    }
    try {
      const { type, value } = combine(op, this.promoted(left), this.promoted(right));
      return rvalue(type, value);
    } catch (e) {
      throw e instanceof DebugError ? e.at({ start: leftTree.start, end: rightTree.end }) : e;
    }
  }

  private withPointers(op: Arithmetic, left: Scalar, right: Scalar, leftTree: Tree, rightTree: Tree): TypedValue {
    const whole = { start: leftTree.start, end: rightTree.end };
    if (left.type.kind === 'float' || right.type.kind === 'float')
      throw new DebugError(`'${op}' cannot be applied to a pointer and a floating-point number`, whole);
    if (isComparison(op)) {
      const [a, b] = [left, right].map((v) => BigInt.asUintN(64, v.value));
      return rvalue(INT, foldBinary(op, a, b, UINT64) ?? 0n);
    }
    if (left.type.kind === 'pointer' && right.type.kind === 'pointer') {
      if (op !== '-') throw new DebugError(`two pointers cannot be combined with '${op}'`, whole);
      if (!sameType(left.type.to, right.type.to))
        throw new DebugError(
          `these point to different types: '${printType(left.type)}' and '${printType(right.type)}'`,
          whole,
        );
      const size = this.stride(left.type, leftTree);
      return rvalue(INT64, BigInt.asIntN(64, left.value - right.value) / size);
    }
    const isLeft = left.type.kind === 'pointer';
    if (op !== '+' && (op !== '-' || !isLeft)) throw new DebugError(`'${op}' cannot be applied to a pointer`, whole);
    const [pointer, offset] = isLeft ? [left, right] : [right, left];
    const type = pointer.type as PointerType;
    const distance = offset.value * this.stride(type, isLeft ? leftTree : rightTree);
    return rvalue(type, BigInt.asUintN(64, op === '+' ? pointer.value + distance : pointer.value - distance));
  }

  /** Bytes that one step of a pointer makes. */
  private stride(type: PointerType, at: Tree): bigint {
    const to = type.to.kind === 'record' ? completeRecord(this.context, type.to) : type.to;
    const size = sizeOf(to);
    if (size === 0)
      throw new DebugError(
        `a step of '${printType(type)}' has no size; cast the pointer, to UCHAR * to count bytes`,
        at,
      );
    return BigInt(size);
  }

  private conditional(tree: Tree & { kind: 'conditional' }): TypedValue {
    const holds = this.truth(tree.condition);
    const chosen = decayed(this.value(holds ? tree.then : tree.otherwise));
    if (!isArithmetic(chosen.type)) return chosen;
    const { type, value } = this.promoted(this.scalarOf(chosen, tree));
    // The other side counts for the type, if it has one here.
    const other = this.tryType(holds ? tree.otherwise : tree.then);
    if (!other || !isArithmetic(other)) return rvalue(plainType(type), value);
    const both = common(type, this.promoted({ ...rvalue(other, 0n), type: other, value: 0n }).type);
    return rvalue(both, convert(value, type, both));
  }

  private tryType(tree: Tree): Type | undefined {
    try {
      return this.typeOf(tree);
    } catch (e) {
      if (e instanceof DebugError) return undefined;
      throw e;
    }
  }

  private cast(v: TypedValue, to: Type): TypedValue {
    if (to.kind === 'void') return rvalue(VOID, 0n);
    if (to.kind === 'record' || to.kind === 'array' || to.kind === 'function') {
      if (sameType(v.type, to)) return v;
      const hint = `write *(${printType(pointerTo(to))})&...`;
      throw new DebugError(`a cast to '${printType(to)}' is not possible in C; ${hint}`);
    }
    const { type, ...rest } = decayed(v);
    if (!isScalar(type)) throw new DebugError(`'${printType(type)}' cannot be cast to '${printType(to)}'`);
    return rvalue(to, convert(load(this.context.view, { ...rest, type }), type, to));
  }

  private member(tree: Tree & { kind: 'member' }): TypedValue {
    const { object, field, arrow } = tree;
    const v = this.value(object);
    let record = v;
    if (arrow) {
      if (v.type.kind === 'record')
        throw new DebugError(`this is no pointer but a ${v.type.union ? 'union' : 'struct'}: write .${field}`, tree);
      record = this.dereference(v, object);
    } else if (v.type.kind === 'pointer') {
      throw new DebugError(`this is a pointer ('${printType(v.type)}'): write ->${field}`, tree);
    }
    if (record.type.kind !== 'record') throw new DebugError(`'${printType(record.type)}' has no members`, object);
    const type = completeRecord(this.context, record.type);
    return fieldOf(record, this.field(type, field));
  }

  private field(type: RecordType, name: string) {
    const found = findField(type, name);
    if (found) return found;
    if (type.fields.length === 0) throw new DebugError(`nothing is known about the members of '${printType(type)}'`);
    const near = suggest(name, fieldNames(type));
    throw new DebugError(`'${printType(type)}' has no member '${name}'${didYouMean(near)}`);
  }

  private index(arrayTree: Tree, indexTree: Tree): TypedValue {
    const left = decayed(this.value(arrayTree));
    const right = decayed(this.value(indexTree));
    const [pointer, offset, pointerTree, offsetTree] =
      left.type.kind === 'pointer' ? [left, right, arrayTree, indexTree] : [right, left, indexTree, arrayTree];
    const { type, value } = this.scalarOf(pointer, pointerTree);
    if (type.kind !== 'pointer')
      throw new DebugError(`'${printType(left.type)}' is neither array nor pointer`, arrayTree);
    const index = this.scalarOf(offset, offsetTree);
    if (!isInteger(index.type)) throw new DebugError('an index must be a number', offsetTree);
    const at = BigInt.asUintN(64, value + index.value * this.stride(type, pointerTree));
    return this.dereference(rvalue(type, at), arrayTree);
  }

  private call(tree: Tree & { kind: 'call' }): TypedValue {
    const { name, args } = tree;
    if (name === 'CONTAINING_RECORD') return this.containingRecord(args);
    if (name === 'FIELD_OFFSET' || name === 'offsetof') return this.fieldOffset(name, args);
    if (entityNamed(this.context, name)) throw new DebugError(noCalls(name), tree);
    const expanded = this.macro(name, args);
    if (expanded) return expanded;
    throw unknownName(this.context, name);
  }

  private containingRecord(args: readonly (readonly Token[])[]): TypedValue {
    if (args.length !== 3) throw new DebugError('CONTAINING_RECORD(address, type, member) takes three things');
    const pointer = this.argument(args[0]);
    const { type, offset } = this.fieldAt(args[1], args[2]);
    return rvalue(pointerTo(type), BigInt.asUintN(64, pointer - BigInt(offset)));
  }

  private fieldOffset(name: string, args: readonly (readonly Token[])[]): TypedValue {
    if (args.length !== 2) throw new DebugError(`${name}(type, member) takes two things`);
    const { offset } = this.fieldAt(args[0], args[1]);
    return name === 'offsetof'
      ? rvalue(intType('uint64', 'size_t'), BigInt(offset))
      : rvalue(intType('long', 'LONG'), BigInt(offset));
  }

  private argument(tokens: readonly Token[]): bigint {
    const { tree } = parseTokens(ended(tokens), (n) => meansType(this.context, n));
    const { type, value } = this.scalar(tree);
    if (type.kind === 'float') throw new DebugError(`an address is needed, and this is '${printType(type)}'`, tree);
    return value;
  }

  /** `type`, `member.inner[2]`: worked out over a record at address 0, of which nothing is read. */
  private fieldAt(type: readonly Token[], path: readonly Token[]): { type: Type; offset: number } {
    const record = resolveTypeName(this.context, parseTypeName(ended(type)));
    let offset = 0;
    let current = record;
    for (let i = 0; i < path.length; i++) {
      const token = path[i];
      if (token.text === '.' && i > 0) continue;
      if (token.text === '[' && path[i + 1]?.kind === 'number' && current.kind === 'array') {
        offset += Number(path[i + 1].value) * sizeOf(current.of);
        current = current.of;
        i += 2;
        continue;
      }
      const whole = current.kind === 'record' ? completeRecord(this.context, current) : current;
      if (whole.kind !== 'record' || token.kind !== 'name') throw new DebugError('a member is needed here', token);
      const field = this.field(whole, token.text);
      offset += field.offset;
      current = field.type;
    }
    return { type: record, offset };
  }
}

function ended(tokens: readonly Token[]): Token[] {
  const end = tokens[tokens.length - 1]?.end ?? 0;
  return [...tokens, { kind: 'end', text: '', start: end, end }];
}
