/** The bytes at an address, as hexadecimal digits and characters; what changed since the stop before is marked. */
import { useState } from 'react';
import type { MemoryView } from '../../kernel-sim/protocol/views-code';
import { Button } from '../design/Button';
import { useView } from '../store/views';

const FIRST = 64;
const MOST = 1024;

export function Bytes({ address }: { readonly address: string }) {
  const [count, setCount] = useState(FIRST);
  const { now, before } = useView({ kind: 'memory', address, format: 'bytes', count });
  if (!now) return <p className="debug-empty">…</p>;
  if ('problem' in now) return <p className="debug-problem">{now.problem}.</p>;
  const old = before && !('problem' in before) ? before : undefined;
  return (
    <div className="inspector-bytes">
      <Rows view={now} before={old} />
      {count < MOST && <Button label="More bytes" size="small" onClick={() => setCount(count * 4)} />}
    </div>
  );
}

function Rows({ view, before }: { readonly view: MemoryView; readonly before: MemoryView | undefined }) {
  return (
    <table>
      <tbody>
        {view.rows.map(({ address, items, ascii }) => {
          const old = before?.rows.find((one) => one.address === address);
          return (
            <tr key={address}>
              <th scope="row">…{address.slice(-8)}</th>
              <td>
                {items.map((item, i) => (
                  <span key={i} className={old && old.items[i] !== item ? 'is-changed' : undefined}>
                    {item}{' '}
                  </span>
                ))}
              </td>
              <td className="inspector-ascii">{ascii}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
