/**
 * Types and enum constants by name, over the images that are known: typedefs (`IRP`, `PIRP`), tags (`_IRP`, `struct _IRP`), with or without a
 * module (`nt!_IRP`). What an image says is worked out once and kept with it.
 */
import type { Image } from '../c/image.ts';
import { suggest } from './suggest.ts';
import { imagesNamed, type SymbolScope, splitName } from './symbols.ts';
import { type EnumType, type RecordType, type Type, typeAt } from './types.ts';

interface TypeIndex {
  /** Names of structs, unions and enums -> entries; complete ones first. */
  readonly tags: ReadonlyMap<string, number>;
  readonly constants: ReadonlyMap<string, { readonly type: number; readonly value: number }>;
}

const indexes = new WeakMap<Image, TypeIndex>();

function typeIndex(image: Image): TypeIndex {
  const known = indexes.get(image);
  if (known) return known;
  const tags = new Map<string, number>();
  const constants = new Map<string, { type: number; value: number }>();
  image.debug.types.forEach((type, index) => {
    if (type.kind !== 'record' && type.kind !== 'enum') return;
    if (type.kind === 'enum') for (const { name, value } of type.members) constants.set(name, { type: index, value });
    if (type.name === '') return;
    const before = tags.get(type.name);
    if (before === undefined || !isComplete(image, before)) tags.set(type.name, index);
  });
  const made = { tags, constants };
  indexes.set(image, made);
  return made;
}

function isComplete(image: Image, index: number): boolean {
  const type = image.debug.types[index];
  return type?.kind === 'record' ? type.fields.length > 0 : type?.kind === 'enum' && type.members.length > 0;
}

export type TagKind = 'struct' | 'union' | 'enum';

/**
 * The type of a name, or undefined. `tag`: it was written behind `struct`, `union` or `enum`. `first`: image to look in before others. A body
 * that any image has is better than a mere declaration.
 */
export function findType(scope: SymbolScope, name: string, first?: Image, tag?: TagKind): Type | undefined {
  const wanted = splitName(name);
  const images = wanted.module === undefined ? inOrder(scope, first) : imagesNamed(scope, wanted.module);
  let declared: Type | undefined;
  for (const image of images) {
    const { typedefs } = image.debug;
    const { tags } = typeIndex(image);
    const typedef = tag === undefined && Object.hasOwn(typedefs, wanted.name) ? typedefs[wanted.name] : undefined;
    const index = typedef ?? tags.get(wanted.name) ?? (tag === undefined ? tags.get(`_${wanted.name}`) : undefined);
    if (index === undefined) continue;
    const type = typeAt(image, index);
    if (tag !== undefined && !isTag(type, tag)) continue;
    if (type.kind !== 'record' || type.fields.length > 0) return type;
    declared ??= type;
  }
  return declared;
}

function isTag(type: Type, tag: TagKind): boolean {
  if (type.kind === 'enum') return tag === 'enum';
  return type.kind === 'record' && tag === (type.union ? 'union' : 'struct');
}

/** A record that was only declared, with the body that another image has for it. */
export function completeRecord(scope: SymbolScope, type: RecordType): RecordType {
  if (type.fields.length > 0 || type.name === '') return type;
  const found = findType(scope, type.name, undefined, type.union ? 'union' : 'struct');
  return found?.kind === 'record' ? found : type;
}

export function findEnumConstant(
  scope: SymbolScope,
  name: string,
  first?: Image,
): { type: EnumType; value: number } | undefined {
  const wanted = splitName(name);
  const images = wanted.module === undefined ? inOrder(scope, first) : imagesNamed(scope, wanted.module);
  for (const image of images) {
    const found = typeIndex(image).constants.get(wanted.name);
    const type = found && typeAt(image, found.type);
    if (type?.kind === 'enum') return { type, value: found?.value ?? 0 };
  }
  return undefined;
}

/** The type name that was probably meant. */
export function suggestType(scope: SymbolScope, name: string, first?: Image): string | undefined {
  const wanted = splitName(name).name;
  return suggest(
    wanted,
    inOrder(scope, first).flatMap((image) => [...Object.keys(image.debug.typedefs), ...typeIndex(image).tags.keys()]),
  );
}

/** Names of types that begin so, for completion. */
export function typeNames(scope: SymbolScope, prefix: string): string[] {
  const names = new Set<string>();
  for (const image of scope.kernel.images.all()) {
    for (const name of [...Object.keys(image.debug.typedefs), ...typeIndex(image).tags.keys()])
      if (name.startsWith(prefix)) names.add(name);
  }
  return [...names].sort();
}

/** The image that is looked at, the learner's, the kernel, the rest. */
function inOrder(scope: SymbolScope, first?: Image): readonly Image[] {
  let order = orders.get(scope.modules);
  if (!order) {
    order = [...likelyFirst(scope)];
    orders.set(scope.modules, order);
  }
  return !first || order[0] === first ? order : [first, ...order.filter((image) => image !== first)];
}

const orders = new WeakMap<SymbolScope['modules'], readonly Image[]>();

function likelyFirst(scope: SymbolScope): ReadonlySet<Image> {
  const list = new Set<Image>();
  for (const module of scope.modules) if (module.learner && !module.unloaded) list.add(module.image);
  list.add(scope.kernel.ntoskrnl);
  for (const image of scope.kernel.images.all()) list.add(image);
  return list;
}
