/**
 * !object and !handle as text.
 */
import type { HandlesView, NamespaceEntry, NamespaceView, ObjectView } from '../../protocol/views-objects.ts';
import { count, fields, flagsText, grid, hexNumber, indent, listLines } from './format.ts';

export function handlesText(view: HandlesView): string {
  const { process } = view;
  const whose = view.kernel ? 'the kernel' : `${process.image} (process ${process.pid})`;
  const rows = listLines(
    view.handles,
    (entries) =>
      grid(
        ['handle', 'object', 'type', 'access', 'name'],
        entries.map((entry) =>
          'problem' in entry
            ? ['', '', '', '', `<${entry.problem}>`]
            : [
                hexNumber(entry.handle).toLowerCase(),
                entry.object,
                entry.type,
                hexNumber(entry.access.value),
                `${entry.name}${entry.attributes.value & 2 ? ' (inheritable)' : ''}`,
              ],
        ),
      ),
    'no handles',
  );
  const only = view.handles.entries.length === 1 ? view.handles.entries[0] : undefined;
  const detail = only && 'access' in only ? ['', `access ${flagsText(only.access)}`] : [];
  return [`Handles of ${whose}, table ${view.table}, ${view.count} open`, ...indent([...rows, ...detail])].join('\n');
}

export function objectText(view: ObjectView): string {
  if (view.state === 'no header')
    return `${view.address} is no object: there is no object header before it (at ${view.header})`;
  const handles = view.openHandles.map(
    ({ process, handle }) => `0x${handle.toString(16)} in ${process.image} (process ${process.pid})`,
  );
  return [
    `OBJECT ${view.address}  ${view.type}${view.state === 'alive' ? '' : `  (${view.state})`}`,
    ...indent(
      fields([
        ['header', view.header],
        ['name', view.name === '' ? 'none' : view.path],
        ['references', `${view.pointerCount}, of them ${count(view.handleCount, 'handle')}`],
        ['flags', view.flags.value === 0 ? undefined : flagsText(view.flags)],
        ['type object', view.typeObject],
        ['target', view.target ?? undefined],
        ['open', handles.length === 0 ? undefined : handles.join(', ')],
      ]),
    ),
    ...(view.entries ? ['', ...indent(entriesLines(view.entries))] : []),
  ].join('\n');
}

function entriesLines(entries: NonNullable<NamespaceEntry['entries']>): string[] {
  const lines = (all: readonly NamespaceEntry[]): string[] => {
    const width = Math.max(...all.map((entry) => entry.type.length));
    return all.flatMap((entry) => [
      `${entry.address}  ${entry.type.padEnd(width)}  ${entry.name}${entry.target === null ? '' : ` -> ${entry.target}`}`,
      ...(entry.entries ? indent(entriesLines(entry.entries)) : []),
    ]);
  };
  return listLines(entries, lines, 'empty');
}

export function namespaceText(view: NamespaceView): string {
  const { directory } = view;
  if ('problem' in directory) return directory.problem;
  return [
    `DIRECTORY ${directory.address}  ${view.path}`,
    ...indent(directory.entries ? entriesLines(directory.entries) : []),
  ].join('\n');
}
