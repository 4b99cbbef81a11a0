/**
 * Objects as the object manager sees them: headers, types, paths in the namespace, and which object a piece of memory belongs to.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C, FILE_OBJECT, OBJECT_HEADER, OBJECT_HEADER_NAME, OBJECT_TYPE } from '../kernel/layouts.generated.ts';
import { processName, threadName } from './identity.ts';
import { type Struct, struct, UNREADABLE, unicode } from './look.ts';
import { poolBlockAt } from './pool.ts';

const MAX_DEPTH = 32;

type Header = Struct<OBJECT_HEADER, keyof typeof OBJECT_HEADER.off>;

/** The header before an object; undefined if there is none. */
export function objectHeader(k: Kernel, object: VirtAddr): Header | undefined {
  return tryRead(() => {
    const header = struct(k, OBJECT_HEADER, object - C.OBP_HEADER_BYTES);
    const { Signature } = header.fields;
    return Signature === C.OBP_SIGNATURE || Signature === C.OBP_SIGNATURE_DELETED ? header : undefined;
  });
}

/** `File`, `Event` ...; '' if this is no object. */
export function typeOf(k: Kernel, object: VirtAddr): string {
  const type = tryRead(() => objectHeader(k, object)?.ptr('Type'));
  return type === undefined ? '' : unicode(k, type + OBJECT_TYPE.off.Name);
}

/** Last component of an object's name and the directory that has it. */
export function nameOf(k: Kernel, object: VirtAddr): { name: string; directory: VirtAddr | undefined } {
  const info = tryRead(() => objectHeader(k, object)?.ptr('NameInfo'));
  if (info === undefined) return { name: '', directory: undefined };
  const directory = tryRead(() => struct(k, OBJECT_HEADER_NAME, info).ptr('Directory'));
  return { name: unicode(k, info + OBJECT_HEADER_NAME.off.Name), directory };
}

/** `\Device\Lab`; '' for an object without a name. */
export function pathOf(k: Kernel, object: VirtAddr): string {
  const root = tryRead(() => k.view.ptr(k.symbol('ObpRootDirectory')));
  if (object === root) return '\\';
  const parts: string[] = [];
  let at: VirtAddr | undefined = object;
  for (let depth = 0; at !== undefined && at !== root && depth < MAX_DEPTH; depth++) {
    const { name, directory } = nameOf(k, at);
    if (name === '') break;
    parts.unshift(name);
    at = directory;
  }
  return parts.map((part) => `\\${part}`).join('');
}

/** What tells an object from others: path, of a file device and file name, of a process or thread image and id. */
export function titleOf(k: Kernel, object: VirtAddr): string {
  switch (typeOf(k, object)) {
    case 'File':
      return fileTitle(k, object);
    case 'Process': {
      const process = processName(k, object);
      return 'pid' in process ? `${process.image} (process ${process.pid})` : UNREADABLE;
    }
    case 'Thread': {
      const thread = threadName(k, object);
      return 'tid' in thread ? `${thread.image} (thread ${thread.tid})` : UNREADABLE;
    }
    default:
      return pathOf(k, object);
  }
}

/** `\Device\Lab` and what was opened behind it. */
export function fileTitle(k: Kernel, file: VirtAddr): string {
  const device = tryRead(() => struct(k, FILE_OBJECT, file).ptr('DeviceObject'));
  return (device === undefined ? '' : pathOf(k, device)) + unicode(k, file + FILE_OBJECT.off.FileName);
}

/** The object that a piece of memory is part of: the body and its type. */
export function objectAround(k: Kernel, va: VirtAddr): { body: VirtAddr; type: string } | undefined {
  const block = poolBlockAt(k, va);
  if (block?.state !== 'allocated') return undefined;
  const body = block.va + C.OBP_HEADER_BYTES;
  const type = va >= body ? typeOf(k, body) : '';
  return type === '' ? undefined : { body, type };
}
