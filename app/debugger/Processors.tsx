/** Each processor in one line: its mode, IRQL, thread, and where it stands. */
import type { ProcessorRecord } from '../../kernel-sim/protocol/views-threads';
import { AddressRef } from '../design/Ref';
import { ModeTag, ThreadTag } from '../design/Tags';
import { useView } from '../store/views';

export function Processors() {
  const { now } = useView({ kind: 'processors' });
  if (!now) return <p className="debug-empty">…</p>;
  if ('problem' in now) return <p className="debug-problem">The processors cannot be shown: {now.problem}.</p>;
  return (
    <table className="debug-table">
      <thead>
        <tr>
          <th scope="col">CPU</th>
          <th scope="col">Mode</th>
          <th scope="col">IRQL</th>
          <th scope="col">Thread</th>
          <th scope="col">Where</th>
        </tr>
      </thead>
      <tbody>
        {now.processors.map((one, i) =>
          'problem' in one ? (
            <tr key={i}>
              <th scope="row">{i}</th>
              <td colSpan={4} className="debug-problem">
                {one.problem}
              </td>
            </tr>
          ) : (
            <Processor key={one.cpu} processor={one} />
          ),
        )}
      </tbody>
    </table>
  );
}

function Processor({ processor }: { readonly processor: ProcessorRecord }) {
  const { cpu, current, irql, thread, ip, idle } = processor;
  return (
    <tr className={current ? 'is-current' : undefined}>
      <th scope="row">
        {cpu}
        {current && <span className="visually-hidden"> (the machine stands here)</span>}
      </th>
      <td>
        <ModeTag mode={modeOf(processor)} />
      </td>
      <td>{irql.name}</td>
      <td>
        {idle ? (
          'idle'
        ) : 'problem' in thread ? (
          <span className="debug-problem">{thread.problem}</span>
        ) : (
          <ThreadTag tid={thread.tid} process={thread.image} address={thread.address} />
        )}
      </td>
      <td>
        <AddressRef address={ip.address} name={ip.name} />
      </td>
    </tr>
  );
}

/** An interrupt's own code runs above DISPATCH_LEVEL, or as a DPC. */
function modeOf({ mode, dpc, irql, idle, halted }: ProcessorRecord): 'user' | 'kernel' | 'interrupt' | 'idle' {
  if (dpc || irql.value > 2) return 'interrupt';
  if (idle || halted) return 'idle';
  return mode;
}
