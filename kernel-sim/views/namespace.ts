/**
 * The namespace: directories, what they hold, symbolic links and their targets.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C, OBJECT_DIRECTORY, OBJECT_DIRECTORY_ENTRY, OBJECT_SYMBOLIC_LINK } from '../kernel/layouts.generated.ts';
import type { List, Read } from '../protocol/views.ts';
import type { NamespaceEntry, NamespaceView } from '../protocol/views-objects.ts';
import { hex, reading, singleListAt, struct, unicode, view } from './look.ts';
import { nameOf, typeOf } from './object-names.ts';

/** A link may lead to a link. */
const MAX_LINKS = 32;
/** Directories in directories. */
const MAX_DEPTH = 8;

export function namespaceView(k: Kernel, path = '\\', deep = false): Read<NamespaceView> {
  return view(() => {
    const found = findDirectory(k, path);
    if ('problem' in found) return found;
    return { path, directory: directoryEntry(k, found.va, path, deep ? MAX_DEPTH : 1) };
  });
}

/** The directory of a path, through symbolic links. */
export function findDirectory(k: Kernel, path: string): Read<{ va: VirtAddr }> {
  const object = findObject(k, path);
  if ('problem' in object) return object;
  const type = typeOf(k, object.va);
  return type === 'Directory' ? object : { problem: `${path} is no directory but a ${type}` };
}

/** The object of a path such as `\Device\Lab`. A link at the end is followed too. */
export function findObject(k: Kernel, path: string): Read<{ va: VirtAddr }> {
  return reading(() => {
    if (!path.startsWith('\\')) return { problem: `${path} is no path: it begins with \\` };
    const root = k.view.ptr(k.symbol('ObpRootDirectory'));
    if (root === 0) return { problem: 'the namespace does not exist yet' };
    let at = root;
    let links = 0;
    const rest = parts(path);
    for (let part = rest.shift(); part !== undefined; part = rest.shift()) {
      const name = part.toLowerCase();
      const next = directoryObjects(k, at).entries.find((entry) => nameOf(k, entry).name.toLowerCase() === name);
      if (next === undefined) return { problem: `${path} does not exist: there is no ${part}` };
      at = next;
      if (typeOf(k, at) === 'SymbolicLink') {
        if (++links > MAX_LINKS) return { problem: `${path} leads through more than ${MAX_LINKS} links` };
        rest.unshift(...parts(targetOf(k, at)));
        at = root;
      }
    }
    return { va: at };
  });
}

const parts = (path: string): string[] => path.split('\\').filter((part) => part !== '');

export function targetOf(k: Kernel, link: VirtAddr): string {
  return unicode(k, link + OBJECT_SYMBOLIC_LINK.off.LinkTarget);
}

/** The objects in a directory, bucket by bucket. */
export function directoryObjects(k: Kernel, directory: VirtAddr): List<VirtAddr> {
  const entries: VirtAddr[] = [];
  let cut = '';
  for (let i = 0; i < C.OBP_DIRECTORY_BUCKETS; i++) {
    const bucket = singleListAt(k, directory + OBJECT_DIRECTORY.off.HashBuckets + 8 * i);
    if (bucket.cut !== '' && cut === '') cut = bucket.cut;
    for (const link of bucket.entries) {
      const object = tryRead(() => struct(k, OBJECT_DIRECTORY_ENTRY, link).ptr('Object'));
      if (object !== undefined) entries.push(object);
    }
  }
  return { entries, cut };
}

/** An object as an entry of its directory; `depth` levels of directories are opened. */
export function directoryEntry(k: Kernel, object: VirtAddr, name: string, depth: number): NamespaceEntry {
  const type = typeOf(k, object);
  return {
    address: hex(object),
    name,
    type,
    target: type === 'SymbolicLink' ? targetOf(k, object) : null,
    entries: type === 'Directory' && depth > 0 ? entriesOf(k, object, depth - 1) : null,
  };
}

/** What a directory holds, by name. */
function entriesOf(k: Kernel, directory: VirtAddr, depth: number): List<NamespaceEntry> {
  const { entries, cut } = directoryObjects(k, directory);
  const rows = entries.map((object) => directoryEntry(k, object, nameOf(k, object).name, depth));
  return { entries: rows.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)), cut };
}
