/** The members of a structure in memory, as C declares them, each with the way to whoever wrote it last. */
import { History } from 'lucide-react';
import { Fragment, useMemo, useState } from 'react';
import { Button } from '../design/Button';
import { useView } from '../store/views';
import { fieldRows } from './fields';
import { WhoWrote } from './Past';
import { Pieces } from './parts';
import { valuePieces } from './subjects';

export function Fields({ structure, address }: { readonly structure: string; readonly address: string }) {
  const { now, before } = useView({ kind: 'type', text: `nt!${structure} ${address}`, depth: 1 });
  const [asked, setAsked] = useState<string>();
  const rows = useMemo(() => (now && !('problem' in now) ? fieldRows(now) : []), [now]);
  const old = useMemo(
    () => new Map(before && !('problem' in before) ? fieldRows(before).map(({ id, value }) => [id, value]) : []),
    [before],
  );
  if (!now) return <p className="debug-empty">…</p>;
  if ('problem' in now) return <p className="debug-problem">{now.problem}.</p>;
  return (
    <table className="inspector-fields">
      <tbody>
        {rows.map(({ id, level, name, type, offset, value, address: at, length }) => {
          const was = old.get(id);
          return (
            <Fragment key={id}>
              <tr>
                <td className="inspector-offset">+{offset.toString(16).toUpperCase().padStart(3, '0')}</td>
                <th scope="row" title={type} style={{ '--level': level } as React.CSSProperties}>
                  {name}
                </th>
                <td className={was !== undefined && was !== value ? 'is-changed' : undefined} title={value}>
                  <Pieces pieces={valuePieces(value, type, name)} />
                </td>
                <td>
                  {at !== undefined && length > 0 && (
                    <Button
                      label={`Who wrote ${name} last?`}
                      icon={<History size={13} aria-hidden="true" />}
                      iconOnly
                      look="quiet"
                      size="small"
                      pressed={asked === id}
                      onClick={() => setAsked(asked === id ? undefined : id)}
                    />
                  )}
                </td>
              </tr>
              {asked === id && at !== undefined && (
                <tr>
                  <td colSpan={4} className="inspector-answer">
                    <WhoWrote name={id} address={at} length={length} onClose={() => setAsked(undefined)} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
