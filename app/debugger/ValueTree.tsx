/**
 * Values that open, as a grid that keys move through: Up and Down choose a row, Right and Left open and close it, the menu of the chosen row asks about its
 * past. What changed since the stop before is marked and tells what it was.
 */
import { ChevronRight, MoreHorizontal } from 'lucide-react';
import { Fragment, type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import type { CodeFocus, ViewQuery, ViewResult } from '../../kernel-sim/protocol/views';
import type { ValueView, VariableView } from '../../kernel-sim/protocol/views-code';
import { LabError } from '../client/lab-connection';
import { Button } from '../design/Button';
import { Menu, type MenuItem } from '../design/Menu';
import { addBreakpoint } from '../store/breakpoints';
import { inspect } from '../store/selection';
import { keyOf, useViewList, useViews } from '../store/views';
import { addWatch } from './kept';
import { useOpenRows } from './open-rows';
import { shownNow, sizeOf, ValueHistory, WhoWrote } from './Past';
import { Pieces } from './parts';
import { rowsOf, type ValueRow, wantedInsides } from './value-tree';

/** Of which thread and frame the values are. */
export interface Scope {
  readonly focus: CodeFocus;
  /** KTHREAD; for questions about the past. */
  readonly thread?: string | undefined;
  /** EPROCESS, where it is not the current one. */
  readonly process?: string | undefined;
}

interface Props {
  /** What the grid is called; open rows are remembered by it. */
  readonly label: string;
  readonly roots: readonly (ValueView | VariableView)[];
  readonly before: readonly (ValueView | VariableView)[] | undefined;
  readonly scope: Scope;
  /** More that can be done with a root. */
  readonly rootItems?: (row: ValueRow) => readonly MenuItem[];
}

type Asked = { readonly id: string; readonly about: 'write' | 'history' };

export function ValueTree({ label, roots, before, scope, rootItems }: Props) {
  const { open, setOpen } = useOpenRows(label);
  const records = useViews((state) => state.records);
  const beforeRecords = useViews((state) => state.before);
  const [active, setActive] = useState<string>();
  const [hovered, setHovered] = useState<string>();
  const [asked, setAsked] = useState<Asked>();
  const grid = useRef<HTMLTableElement>(null);

  const { rows, wanted } = useMemo(() => {
    const insides = insidesIn(records, scope.focus);
    const all = rowsOf({ roots, before, open, insides, insidesBefore: insidesIn(beforeRecords, scope.focus) });
    return { rows: all, wanted: wantedInsides(all, roots, insides).map((one) => queryOf(scope.focus, one)) };
  }, [roots, before, open, records, beforeRecords, scope.focus]);
  useViewList(wanted);

  const activeId = rows.some(({ id }) => id === active) ? active : rows[0]?.id;

  const choose = (id: string | undefined) => {
    if (id === undefined) return;
    setActive(id);
    grid.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
    const at = rows.findIndex(({ id }) => id === activeId);
    const row = rows[at];
    if (!row) return;
    const key = event.key;
    if (key === 'ArrowDown') choose(rows[at + 1]?.id);
    else if (key === 'ArrowUp') choose(rows[at - 1]?.id);
    else if (key === 'Home') choose(rows[0]?.id);
    else if (key === 'End') choose(rows.at(-1)?.id);
    else if (key === 'ArrowRight' && row.isOpen) choose(rows[at + 1]?.id);
    else if (key === 'ArrowRight' && row.isExpandable) setOpen(row.id, true);
    else if (key === 'ArrowLeft' && row.isOpen) setOpen(row.id, false);
    else if (key === 'ArrowLeft') choose(row.id.includes('/') ? row.id.slice(0, row.id.lastIndexOf('/')) : undefined);
    else if ((key === 'Enter' || key === ' ') && row.isExpandable) setOpen(row.id, !row.isOpen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move through
      role="treegrid"
      className="debug-tree"
      aria-label={label}
      ref={grid}
      onKeyDown={onKeyDown}
      onPointerLeave={() => setHovered(undefined)}
    >
      <colgroup>
        <col className="debug-col-name" />
        <col />
        <col className="debug-col-type" />
        <col className="debug-col-menu" />
      </colgroup>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <Row
              row={row}
              scope={scope}
              isActive={row.id === activeId}
              hasMenu={row.id === activeId || row.id === hovered || row.id === asked?.id}
              onFocus={setActive}
              onHover={setHovered}
              onToggle={setOpen}
              onAsk={setAsked}
              extraItems={row.level === 1 ? rootItems : undefined}
            />
            {asked?.id === row.id && (
              <tr>
                <td colSpan={4} className="debug-answer-cell">
                  <About row={row} about={asked.about} scope={scope} onClose={() => setAsked(undefined)} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: ValueRow;
  readonly scope: Scope;
  readonly isActive: boolean;
  readonly hasMenu: boolean;
  readonly onFocus: (id: string) => void;
  readonly onHover: (id: string) => void;
  readonly onToggle: (id: string, isOpen: boolean) => void;
  readonly onAsk: (asked: Asked) => void;
  readonly extraItems: Props['rootItems'];
}

const Row = memo(function Row({
  row,
  scope,
  isActive,
  hasMenu,
  onFocus,
  onHover,
  onToggle,
  onAsk,
  extraItems,
}: RowProps) {
  const { id, level, name, type, home, value, isExpandable, isOpen, isChanged, was } = row;
  const isProblem = /^<.*>$/.test(value);
  return (
    <tr
      data-row={id}
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={isExpandable ? isOpen : undefined}
      tabIndex={isActive ? 0 : -1}
      className={isChanged ? 'is-changed-row' : undefined}
      onFocus={() => onFocus(id)}
      onPointerEnter={() => onHover(id)}
    >
      <td className="debug-tree-name" style={{ '--level': level - 1 } as React.CSSProperties}>
        <button
          type="button"
          className="debug-twisty"
          tabIndex={-1}
          aria-hidden="true"
          data-shown={isExpandable}
          onClick={() => isExpandable && onToggle(id, !isOpen)}
        >
          <ChevronRight size={14} className={isOpen ? 'is-open' : undefined} />
        </button>
        <span>{name}</span>
      </td>
      <td className={isProblem ? 'debug-tree-value is-problem' : 'debug-tree-value'} title={value}>
        <span className={isChanged ? 'is-changed' : undefined}>
          <Pieces pieces={row.pieces} isReachable={isActive} />
        </span>
        {was !== undefined && <span className="debug-was"> was {was}</span>}
        {row.isLoading && <span className="debug-note"> …</span>}
        {row.hasMore && <span className="debug-note"> (more than is shown)</span>}
      </td>
      <td className="debug-tree-type" title={home === '' ? type : `${type}, ${home}`}>
        {type}
        {home !== '' && <span className="debug-home"> {home}</span>}
      </td>
      <td className="debug-tree-menu">
        {hasMenu && (
          <Menu label={`What to do with ${name}`} items={[...itemsOf(row, scope, onAsk), ...(extraItems?.(row) ?? [])]}>
            <Button
              label={`About ${name}`}
              icon={<MoreHorizontal size={14} aria-hidden="true" />}
              iconOnly
              look="quiet"
              size="small"
            />
          </Menu>
        )}
      </td>
    </tr>
  );
});

function itemsOf(
  { id, expression, address, level }: ValueRow,
  scope: Scope,
  onAsk: (asked: Asked) => void,
): MenuItem[] {
  const items: MenuItem[] = [];
  if (address !== undefined && expression !== undefined) {
    items.push({
      id: 'write',
      label: 'Who wrote this last?',
      about: 'Finds the instruction, and the way to it',
      onChoose: () => onAsk({ id, about: 'write' }),
    });
  }
  if (expression !== undefined) {
    items.push({
      id: 'history',
      label: 'Which values did it have?',
      about: 'Every change up to this instant',
      onChoose: () => onAsk({ id, about: 'history' }),
    });
  }
  if (address !== undefined && expression !== undefined) {
    items.push({
      id: 'stop',
      label: 'Stop when this changes',
      about: `Watches the bytes at ${address}`,
      separated: true,
      onChoose: () => void stopAtChange(address, expression, scope),
    });
  }
  if (expression !== undefined) {
    items.push({
      id: 'inspect',
      label: 'Inspect',
      onChoose: () => inspect({ kind: 'expression', expression }),
    });
    if (level > 1) items.push({ id: 'watch', label: 'Watch', onChoose: () => addWatch(expression) });
  }
  return items;
}

/** A variable of a frame has its name only there: the breakpoint is on its bytes. */
async function stopAtChange(address: string, expression: string, { focus }: Scope): Promise<void> {
  try {
    const length = await sizeOf(expression, focus, shownNow().at, {});
    addBreakpoint({ where: { kind: 'data', address, length, access: 'change' } });
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
  }
}

interface AboutProps {
  readonly row: ValueRow;
  readonly about: Asked['about'];
  readonly scope: Scope;
  readonly onClose: () => void;
}

function About({ row, about, scope, onClose }: AboutProps) {
  const { expression, address } = row;
  if (expression === undefined) return null;
  if (about === 'history') {
    const { thread, focus } = scope;
    return <ValueHistory expression={expression} thread={thread} frame={focus.frame} onClose={onClose} />;
  }
  if (address === undefined) return null;
  const { focus, process } = scope;
  return (
    <WhoWrote
      name={expression}
      expression={expression}
      address={address}
      focus={focus}
      process={process}
      onClose={onClose}
    />
  );
}

function queryOf(focus: CodeFocus, { expression, depth }: { expression: string; depth: number }): ViewQuery {
  return { kind: 'watch', ...focus, expression, depth };
}

/** What is known of the insides of rows: the deepest that was asked for. */
function insidesIn(records: ReadonlyMap<string, ViewResult['record']>, focus: CodeFocus) {
  return (expression: string): ValueView | undefined => {
    const found = [3, 1].map((depth) => records.get(keyOf(queryOf(focus, { expression, depth })))).find(Boolean);
    if (!found) return undefined;
    if ('problem' in found) return { ...NOTHING, name: expression };
    return found as ValueView;
  };
}

const NOTHING: ValueView = {
  ...{ name: '', type: '', value: '', address: undefined },
  ...{ expandable: false, children: [], more: false },
};
