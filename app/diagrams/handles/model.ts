/**
 * The handles diagram as data: the handle table of a process, the objects behind it (a file object goes on to its device and driver), and where those
 * stand in the namespace, with lines from one to the next. Pure; the text twin says the same, a line each.
 */
import type { Read } from '../../../kernel-sim/protocol/views';
import type { FileView } from '../../../kernel-sim/protocol/views-io';
import type { HandleRecord, HandlesView, NamespaceEntry, ObjectView } from '../../../kernel-sim/protocol/views-objects';
import type { Subject } from '../../store/selection';
import { shortAddress } from '../../words/addresses';
import { hex, plural } from '../../words/numbers';
import { isProblem, known } from '../shared/facts';
import type { Wire } from '../shared/Wires';

export interface HandlesPicture {
  readonly title: string;
  readonly rows: readonly HandleRow[];
  /** Open, but folded away. */
  readonly folded: number;
  /** Closed since the stop before: `0x4 (File)`. */
  readonly closed: readonly string[];
  readonly objects: readonly ObjectBox[];
  readonly tree: readonly TreeNode[];
  readonly wires: readonly Wire[];
  /** The table could not be walked to its end: why. */
  readonly cut: string;
  /** It is the kernel's own table. */
  readonly isKernels: boolean;
}

export interface HandleRow {
  readonly key: string;
  readonly handle: number;
  readonly type: string;
  readonly access: readonly string[];
  readonly mask: number;
  readonly attributes: readonly string[];
  readonly object: string;
  readonly isUsed: boolean;
  readonly isNew: boolean;
  readonly changed: boolean;
  readonly subject: Subject;
}

export interface ObjectBox {
  readonly key: string;
  readonly address: string;
  readonly type: string;
  readonly title: string;
  /** What it is reached by: a handle, or the object before it. */
  readonly via: 'handle' | 'file' | 'device';
  /** Undefined: its header is not known (yet). */
  readonly counts: { readonly pointers: number; readonly handles: number } | undefined;
  /** `deleting` ..., '' while it is alive. */
  readonly state: string;
  readonly isUsed: boolean;
  /** Its counts are others than at the stop before. */
  readonly changed: boolean;
  readonly subject: Subject;
}

export interface TreeNode {
  /** Path; also its key. */
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly depth: number;
  /** Of a symbolic link. */
  readonly target: string;
  readonly isGoal: boolean;
  readonly subject: Subject;
}

export interface Instant {
  readonly handles: HandlesView | undefined;
  /** By address. */
  readonly objects: ReadonlyMap<string, Read<ObjectView> | undefined>;
  readonly files: ReadonlyMap<string, Read<FileView> | undefined>;
}

interface Options {
  readonly namespace: NamespaceEntry | undefined;
  /** File object of the current request. */
  readonly usedFile: string | undefined;
  readonly showAll: boolean;
}

/** Rows that are shown before the rest is folded. */
const FEW = 6;
/** More are not drawn, even unfolded. */
export const MOST = 64;

/** The rows that are shown: with them it is known which objects must be looked at. */
export function visibleHandles(view: HandlesView, usedFile: string | undefined, showAll: boolean): HandleRecord[] {
  const all = view.handles.entries.flatMap((one) => (isProblem(one) ? [] : [one]));
  if (showAll || all.length <= FEW + 1) return all.slice(0, MOST);
  const used = all.filter(({ object }) => object === usedFile);
  const others = all.filter(({ object }) => object !== usedFile).slice(0, FEW);
  return all.filter((one) => used.includes(one) || others.includes(one)).slice(0, MOST);
}

export function handlesPicture(
  view: HandlesView,
  now: Instant,
  before: Instant | undefined,
  options: Options,
): HandlesPicture {
  const { namespace, usedFile, showAll } = options;
  const shown = visibleHandles(view, usedFile, showAll);
  const old = before?.handles && before.handles.table === view.table ? before.handles : undefined;
  const oldRows = new Map(old?.handles.entries.flatMap((one) => (isProblem(one) ? [] : [[one.handle, one] as const])));
  const rows = shown.map((one) => rowOf(one, view, usedFile, old && (oldRows.get(one.handle) ?? null)));
  const open = new Set(view.handles.entries.flatMap((one) => (isProblem(one) ? [] : [one.handle])));
  const places = namespace ? placesOf(namespace) : new Map<string, Placed>();
  const { objects, wires: links } = objectsOf(shown, now, before, usedFile, places);
  const tree = treeOf(objects, places, namespace);
  return {
    title: `Handles of ${view.process.image}`,
    rows,
    folded: open.size - rows.length,
    closed: [...oldRows.values()]
      .filter(({ handle }) => !open.has(handle))
      .map(({ handle, type, name }) => `${hex(handle)} (${type}${name ? ` ${name}` : ''})`),
    objects,
    tree,
    wires: [
      ...rows.map(({ key, object, isUsed }) => ({
        ...{ key: `${key} ${object}`, from: key, to: object, isStrong: isUsed },
      })),
      ...links,
      ...objects.flatMap(({ address, isUsed }) => {
        const place = tree.find(({ isGoal, path }) => isGoal && places.get(address)?.path === path);
        return place ? [{ key: `${address} ${place.path}`, from: address, to: place.path, isStrong: isUsed }] : [];
      }),
    ],
    cut: view.handles.cut,
    isKernels: view.process.image === 'System',
  };
}

function rowOf(
  { handle, object, type, access, attributes }: HandleRecord,
  { process }: HandlesView,
  usedFile: string | undefined,
  /** Null: it was not open. Undefined: nothing is known of before. */
  old: HandleRecord | null | undefined,
): HandleRow {
  const isChanged = old != null && (old.object !== object || old.access.value !== access.value);
  return {
    ...{ key: `handle-${handle}`, handle, type, object },
    access: access.names,
    mask: access.value,
    attributes: attributes.names,
    isUsed: object === usedFile,
    isNew: old === null,
    changed: old === null || isChanged,
    subject: { kind: 'handle', process: process.pid, handle },
  };
}

// ------------------------------------------------------------------ objects

function objectsOf(
  shown: readonly HandleRecord[],
  now: Instant,
  before: Instant | undefined,
  usedFile: string | undefined,
  places: ReadonlyMap<string, Placed>,
): { objects: ObjectBox[]; wires: Wire[] } {
  const objects = new Map<string, ObjectBox>();
  const wires: Wire[] = [];
  const add = (address: string, type: string, title: string, via: ObjectBox['via'], isUsed: boolean) => {
    const there = objects.get(address);
    if (there) {
      if (isUsed && !there.isUsed) objects.set(address, { ...there, isUsed });
      return;
    }
    const view = known(now.objects.get(address));
    const old = known(before?.objects.get(address));
    const counts = countsOf(view);
    const oldCounts = countsOf(old);
    objects.set(address, {
      ...{ key: address, address, type, title, via, isUsed, counts },
      state: !view || view.state === 'alive' ? '' : view.state,
      changed: oldCounts !== undefined && JSON.stringify(oldCounts) !== JSON.stringify(counts),
      subject: subjectOf(type, address),
    });
  };
  const join = (from: string, to: string, isStrong: boolean) => {
    const key = `${from} ${to}`;
    if (!wires.some((wire) => wire.key === key)) wires.push({ key, from, to, isStrong });
  };
  for (const { object, type, name } of shown) {
    const isUsed = object === usedFile;
    add(object, type, name, 'handle', isUsed);
    const device = type === 'File' ? known(known(now.files.get(object))?.device ?? undefined) : undefined;
    if (!device) continue;
    add(device.address, 'Device', device.name || 'no name', 'file', isUsed);
    join(object, device.address, isUsed);
    const driver = [...places].find(([, { path }]) => path.toUpperCase() === device.driver.toUpperCase())?.[0];
    if (!driver) continue;
    add(driver, 'Driver', device.driver, 'device', isUsed);
    join(device.address, driver, isUsed);
  }
  return { objects: [...objects.values()], wires };
}

function countsOf(view: ObjectView | undefined): ObjectBox['counts'] {
  return view && view.state !== 'no header' ? { pointers: view.pointerCount, handles: view.handleCount } : undefined;
}

function subjectOf(type: string, address: string): Subject {
  if (type === 'File' || type === 'Device' || type === 'Driver') {
    return { kind: type.toLowerCase() as 'file' | 'device' | 'driver', address };
  }
  if (type === 'Thread') return { kind: 'thread', thread: address };
  if (type === 'Process') return { kind: 'process', process: address };
  return { kind: 'object', address };
}

/** Addresses of which more must be known: objects behind the shown handles, and what follows their files. */
export function neededObjects(
  shown: readonly HandleRecord[],
  files: Instant['files'],
  namespace: NamespaceEntry | undefined,
): { readonly files: readonly string[]; readonly objects: readonly string[] } {
  const fileList = shown.filter(({ type }) => type === 'File').map(({ object }) => object);
  const places = namespace ? [...placesOf(namespace)] : [];
  const behind = fileList.flatMap((file) => {
    const device = known(known(files.get(file))?.device ?? undefined);
    const driver = places.find(([, { path }]) => device && path.toUpperCase() === device.driver.toUpperCase())?.[0];
    return [...(device ? [device.address] : []), ...(driver ? [driver] : [])];
  });
  return {
    files: [...new Set(fileList)],
    objects: [...new Set([...shown.map(({ object }) => object), ...behind])],
  };
}

// ------------------------------------------------------------------ namespace

interface Placed {
  readonly path: string;
  readonly entry: NamespaceEntry;
}

/** Everything in the namespace by address. */
function placesOf(root: NamespaceEntry): Map<string, Placed> {
  const found = new Map<string, Placed>();
  const walk = (directory: NamespaceEntry, path: string): void => {
    for (const entry of directory.entries?.entries ?? []) {
      const own = `${path}\\${entry.name}`;
      found.set(entry.address, { path: own, entry });
      walk(entry, own);
    }
  };
  walk(root, '');
  return found;
}

/** The parts of the namespace that have one of the objects, and the links that lead straight to one. */
function treeOf(
  objects: readonly ObjectBox[],
  places: ReadonlyMap<string, Placed>,
  root: NamespaceEntry | undefined,
): TreeNode[] {
  if (!root) return [];
  const goals = new Set(objects.flatMap(({ address }) => places.get(address)?.path ?? []));
  const upper = new Set([...goals].map((path) => path.toUpperCase()));
  const links = [...places.values()].filter(({ entry }) => entry.target && upper.has(entry.target.toUpperCase()));
  const wanted = [...goals, ...links.map(({ path }) => path)];
  if (wanted.length === 0) return [];
  const nodes = [...places.values()].filter(({ path }) =>
    wanted.some((one) => one === path || one.startsWith(`${path}\\`)),
  );
  return [nodeOf({ path: '\\', entry: root }, goals), ...nodes.map((one) => nodeOf(one, goals))];
}

function nodeOf({ path, entry }: Placed, goals: ReadonlySet<string>): TreeNode {
  return {
    path,
    name: path === '\\' ? '\\' : entry.name,
    type: entry.type,
    depth: path === '\\' ? 0 : path.split('\\').length - 1,
    target: entry.target ?? '',
    isGoal: goals.has(path),
    subject: subjectOf(entry.type, entry.address),
  };
}

// ------------------------------------------------------------------ the twin

export function handlesText(picture: HandlesPicture): readonly string[] {
  const { title, rows, folded, closed, objects, tree, wires, cut, isKernels } = picture;
  const after = (address: string) =>
    objects.find((one) => wires.some(({ from, to }) => from === address && to === one.address));
  return [
    `${title}: ${plural(rows.length + folded, 'handle')} open${isKernels ? ', in the table that is also the kernel’s own' : ''}.`,
    ...rows.map(
      ({ handle, type, object, access, isUsed, isNew, changed, attributes }) =>
        `Handle ${hex(handle)} refers to the ${type} object at ${shortAddress(object)}, with ${access.join(', ') || 'no access'}${attributes.length > 0 ? `, ${attributes.join(', ')}` : ''}${isUsed ? '; the current request uses it' : ''}${isNew ? '; opened since the last stop' : changed ? '; changed since the last stop' : ''}.`,
    ),
    ...(folded > 0 ? [`${plural(folded, 'more handle')} not listed.`] : []),
    ...closed.map((one) => `Handle ${one} was closed since the last stop.`),
    ...objects.map((one) => {
      const next = after(one.address);
      const at = tree.find(
        ({ path, isGoal }) => isGoal && wires.some(({ from, to }) => from === one.address && to === path),
      );
      return `${one.type} object ${one.title || 'without a name'} at ${shortAddress(one.address)}: ${countsText(one)}${next ? `; it leads to ${next.type.toLowerCase()} ${next.title}` : ''}${at ? `; in the namespace it is ${at.path}` : ''}.`;
    }),
    ...tree.flatMap(({ path, target }) => (target ? [`In the namespace the link ${path} leads to ${target}.`] : [])),
    ...(cut ? [cut] : []),
  ];
}

export function countsText({ counts, state, changed }: ObjectBox): string {
  if (!counts) return 'its counts are not known';
  const text = `${plural(counts.pointers, 'reference')}, ${plural(counts.handles, 'handle')}`;
  return `${text}${state ? `, ${state}` : ''}${changed ? ', changed since the last stop' : ''}`;
}
