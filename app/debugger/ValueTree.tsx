/**
 * Values that open, as a grid that keys move through: Up and Down choose a row, Right and Left open and close it, the menu of the chosen row asks about its
 * past. What changed since the stop before is marked and tells what it was.
 */
import { ChevronRight, MoreHorizontal } from 'lucide-react';
import { Fragment, type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import type { CodeFocus, ViewQuery, ViewResult } from '../../kernel-sim/protocol/views';
import type { ValueView, VariableView } from '../../kernel-sim/protocol/views-code';
import { Button } from '../design/Button';
import { Menu, type MenuItem } from '../design/Menu';
import { keyOf, useViewList, useViews } from '../store/views';
import { useOpenRows } from './open-rows';
import { ValueHistory, WhoWrote } from './Past';
import { Pieces } from './parts';
import { type Asked, itemsOf, type Scope } from './value-items';
import { rowsOf, type ValueRow, wantedInsides } from './value-tree';
import './values.css';

interface Props {
  /** What the grid is called; open rows are remembered by it. */
  readonly label: string;
  readonly roots: readonly (ValueView | VariableView)[];
  readonly before: readonly (ValueView | VariableView)[] | undefined;
  readonly scope: Scope;
  /** More that can be done with a root. */
  readonly rootItems?: (row: ValueRow) => readonly MenuItem[];
}

export function ValueTree({ label, roots, before, scope, rootItems }: Props) {
  const { open, setOpen } = useOpenRows(label);
  const records = useViews((state) => state.records);
  const beforeRecords = useViews((state) => state.before);
  const [active, setActive] = useState<string>();
  const [hovered, setHovered] = useState<string>();
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState('');
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
    <>
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
                onSay={setSaid}
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
      <p className="debug-said" role="status">
        {said}
      </p>
    </>
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
  readonly onSay: (text: string) => void;
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
  onSay,
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
          <Menu
            label={`What to do with ${name}`}
            items={[...itemsOf(row, scope, onAsk, onSay), ...(extraItems?.(row) ?? [])]}
          >
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
