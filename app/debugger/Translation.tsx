/** How the processor finds an address in physical memory: the walk through the page tables, the page, what the TLBs hold. */
import { useMemo } from 'react';
import { useView } from '../store/views';
import { SheetView } from './SheetView';
import { changedRows } from './sheet';
import { translationSheet } from './sheets-memory';

export function Translation({ address }: { readonly address: string }) {
  const { now, before } = useView({ kind: 'translation', address });
  const shown = useMemo(() => {
    if (!now || 'problem' in now) return undefined;
    const sheet = translationSheet(now);
    const old = before && !('problem' in before) ? translationSheet(before) : undefined;
    return { sheet, changed: changedRows(sheet, old) };
  }, [now, before]);
  if (now && 'problem' in now) return <p className="debug-problem">{now.problem}.</p>;
  return shown ? <SheetView sheet={shown.sheet} changed={shown.changed} /> : <p className="debug-empty">…</p>;
}
