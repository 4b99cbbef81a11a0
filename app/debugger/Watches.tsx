/** C expressions that are kept in view. What cannot be worked out at the shown instant says why in its place. */
import { Plus } from 'lucide-react';
import { type FormEvent, useCallback, useMemo, useState } from 'react';
import type { ViewQuery, ViewResult } from '../../kernel-sim/protocol/views';
import type { ValueView } from '../../kernel-sim/protocol/views-code';
import { Button } from '../design/Button';
import { keyOf, useViewList, useViews } from '../store/views';
import { addWatch, removeWatch, useKept } from './kept';
import { ValueTree } from './ValueTree';
import type { Scope } from './value-items';
import type { ValueRow } from './value-tree';

export function Watches({ scope }: { readonly scope: Scope }) {
  const watches = useKept((state) => state.watches);
  const { focus } = scope;
  const queries = useMemo(
    () => watches.map((expression): ViewQuery => ({ kind: 'watch', ...focus, expression, depth: 1 })),
    [watches, focus],
  );
  const records = useViewList(queries);
  const beforeAll = useViews((state) => state.before);
  const roots = useMemo(() => watches.map((expression, i) => rootOf(expression, records[i])), [watches, records]);
  const before = useMemo(
    () =>
      watches.flatMap((expression, i) => {
        const query = queries[i];
        const old = query && beforeAll.get(keyOf(query));
        return old && !('problem' in old) ? [rootOf(expression, old)] : [];
      }),
    [watches, queries, beforeAll],
  );
  const rootItems = useCallback((row: ValueRow) => {
    const onChoose = () => removeWatch(row.name);
    return [{ id: 'remove', label: 'Remove', separated: true, onChoose }];
  }, []);

  return (
    <>
      {watches.length > 0 && (
        <ValueTree label="Watched expressions" roots={roots} before={before} scope={scope} rootItems={rootItems} />
      )}
      <NewWatch />
    </>
  );
}

function NewWatch() {
  const [typed, setTyped] = useState('');
  const add = () => {
    addWatch(typed);
    setTyped('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add();
  };
  return (
    <form className="debug-line" onSubmit={submit}>
      <input
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label="Expression to watch"
        placeholder="C expression: Irp->IoStatus.Status"
        spellCheck={false}
        autoComplete="off"
      />
      <Button label="Watch" icon={<Plus size={14} aria-hidden="true" />} size="small" onClick={add} />
    </form>
  );
}

function rootOf(expression: string, record: ViewResult['record'] | undefined): ValueView {
  if (record && !('problem' in record)) return { ...(record as ValueView), name: expression };
  return {
    ...{ name: expression, type: '', address: undefined, expandable: false, children: [], more: false },
    value: record ? `<${record.problem}>` : '…',
  };
}
