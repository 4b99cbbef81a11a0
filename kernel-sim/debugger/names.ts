/**
 * What a bare name means in a context, in this order: variables of the frame, functions and variables of images (the frame's own first), enum
 * constants, constants of the lab's headers. Macros come after all of these (macros.ts).
 */

import { toU64 } from '../base/numbers.ts';
import type { Image } from '../c/image.ts';
import { C } from '../kernel/layouts.generated.ts';
import { chosenFrame, type DebugContext } from './context.ts';
import { DebugError } from './error.ts';
import { findLocal, localsOf } from './locals.ts';
import { macroNames } from './macros.ts';
import { isRegister } from './registers.ts';
import { didYouMean, suggest } from './suggest.ts';
import { findSymbols, imagesNamed, splitName, suggestModule, suggestSymbol } from './symbols.ts';
import { findEnumConstant, findType, suggestType } from './type-names.ts';
import { INT, intType, pointerTo, type Type, VOID } from './types.ts';
import { lvalueAt, rvalue, type TypedValue } from './values.ts';

/** The image whose code the chosen frame runs. */
export function imageOf(context: DebugContext): Image | undefined {
  return chosenFrame(context)?.place?.image;
}

/** A variable or function; undefined if the name means neither. Throws if it is one that cannot be looked at. */
export function entityNamed(context: DebugContext, name: string): TypedValue | undefined {
  const local = findLocal(context, name);
  if (local) {
    if (local.address === undefined) throw new DebugError(`'${name}' cannot be read: the stack is not mapped`);
    return { ...lvalueAt(local.type, local.address), register: local.register };
  }
  const frame = chosenFrame(context)?.place;
  const first = frame && { image: frame.image, ...(frame.file === undefined ? {} : { file: frame.file }) };
  const [symbol] = findSymbols(context, name, first);
  if (!symbol) return undefined;
  if (symbol.address === undefined) {
    const where = symbol.image.name;
    throw new DebugError(`'${name}' is in ${where}, which is not loaded at this instant; go to one at which it is`);
  }
  return lvalueAt(symbol.type ?? UNKNOWN_FUNCTION, toU64(symbol.address));
}

const UNKNOWN_FUNCTION: Type = { kind: 'function', returns: VOID, params: [], variadic: true };

/** An enum constant, or a constant of the lab's headers: `STATUS_PENDING`, `IRP_MJ_READ`, `TRUE`, `NULL`. */
export function constantNamed(context: DebugContext, name: string): TypedValue | undefined {
  const member = findEnumConstant(context, name, imageOf(context));
  if (member) return rvalue(member.type, BigInt(member.value));
  if (name === 'NULL') return rvalue(pointerTo(VOID), 0n);
  if (name === 'true' || name === 'false') return rvalue(INT, name === 'true' ? 1n : 0n);
  const known = C as Readonly<Record<string, number | bigint>>;
  if (!Object.hasOwn(known, name)) return undefined;
  const value = BigInt(known[name]);
  if (name.startsWith('STATUS_')) return rvalue(intType('long', 'NTSTATUS'), BigInt.asIntN(32, value));
  if (value >= -0x8000_0000n && value < 0x8000_0000n) return rvalue(INT, value);
  if (value >= 0n && value < 0x1_0000_0000n) return rvalue(intType('uint'), value);
  return value < 0n ? rvalue(intType('int64'), value) : rvalue(intType('uint64'), value);
}

/** Says that a name is nowhere, and what may have been meant. */
export function unknownName(context: DebugContext, name: string): DebugError {
  const wanted = splitName(name);
  const module = wanted.module;
  if (module !== undefined && imagesNamed(context, module).length === 0) {
    const near = suggestModule(context, module);
    return new DebugError(`there is no image '${module}'${didYouMean(near)}`);
  }
  const image = imageOf(context);
  if (module === undefined && findType(context, name, image))
    return new DebugError(`'${name}' is a type; a value is needed here, perhaps a cast: (${name})...`);
  const near =
    module === undefined
      ? (suggest(
          name,
          localsOf(context).map((v) => v.name),
        ) ??
        suggestSymbol(context, name, image) ??
        suggest(name, macroNames(context)) ??
        suggest(name, Object.keys(C)) ??
        suggestType(context, name, image))
      : suggestSymbol(context, name);
  if (near === undefined && isRegister(name))
    return new DebugError(`there is no '${name}' here; the register is @${name}`);
  if (near === undefined && /^[0-9a-f]+$/i.test(name))
    return new DebugError(`there is no '${name}' here; a hexadecimal number is written 0x${name}`);
  const where = module === undefined ? 'here' : `in ${module}`;
  return new DebugError(`there is no '${wanted.name}' ${where}${didYouMean(near)}`);
}
