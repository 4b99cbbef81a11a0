/** The menu of a line: what kind of breakpoint it has, or gets. */
import { DropdownMenu } from 'radix-ui';
import type { BreakpointSpec } from '../../kernel-sim/protocol/time';
import { addBreakpoint, changeBreakpoint, linesIn, removeBreakpoint, useBreakpoints } from '../store/breakpoints';
import { type LineMenuPlace, openDialog, openLineMenu } from './dialogs';

export default function LineMenu({ place: { file, line, x, y } }: { readonly place: LineMenuPlace }) {
  const there = useBreakpoints(({ breakpoints, standing }) =>
    breakpoints.find((one) => linesIn(one, standing.get(one.id), file).includes(line)),
  );
  const where = { kind: 'line', file, line } as const;
  const edit = (spec: BreakpointSpec) =>
    openDialog({ kind: 'breakpoint', id: there?.id, spec: { ...there?.spec, ...spec } });
  const kinds = [
    { id: 'condition', label: 'Stop on a condition...', spec: { where, condition: there?.spec.condition ?? '' } },
    {
      id: 'hits',
      label: 'Stop at some hits...',
      spec: { where, hits: there?.spec.hits ?? ({ kind: 'equal', count: 1 } as const) },
    },
    { id: 'log', label: 'Say something and go on...', spec: { where, log: there?.spec.log ?? '' } },
  ];
  const choices = there
    ? [
        { id: 'edit', label: 'Edit...', onChoose: () => edit(there.spec) },
        {
          id: 'off',
          label: there.isEnabled ? 'Switch off' : 'Switch on',
          onChoose: () => changeBreakpoint(there.id, { isEnabled: !there.isEnabled }),
        },
        { id: 'remove', label: 'Remove', onChoose: () => removeBreakpoint(there.id) },
      ]
    : [{ id: 'add', label: 'Stop here', onChoose: () => addBreakpoint({ where }) }];
  const items = [...choices, ...kinds.map(({ id, label, spec }) => ({ id, label, onChoose: () => edit(spec) }))];
  return (
    <DropdownMenu.Root open onOpenChange={(isOpen) => !isOpen && openLineMenu(undefined)}>
      <DropdownMenu.Trigger asChild>
        <span className="line-menu-anchor" style={{ left: x, top: y }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="start"
          collisionPadding={8}
          aria-label={`Breakpoint at ${file}, line ${line}`}
        >
          {items.map(({ id, label, onChoose }) => (
            <div key={id}>
              {id === 'condition' && <DropdownMenu.Separator className="menu-separator" />}
              <DropdownMenu.Item className="menu-item" onSelect={onChoose}>
                <span className="menu-title">{label}</span>
              </DropdownMenu.Item>
            </div>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
