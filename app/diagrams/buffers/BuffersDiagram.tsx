/**
 * Where the data of the followed request lies: the caller's buffers above the ring boundary, the buffer in pool and the MDL below it, and between them
 * each copy as it happens. Bytes that changed since the last stop are marked.
 */
import { ArrowDown, ArrowUp, Link2, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { seekInstant } from '../../client/moves';
import { Button } from '../../design/Button';
import { EmptyState } from '../../design/EmptyState';
import { Glyph } from '../../design/Glyph';
import { AddressRef, Ref } from '../../design/Ref';
import { Term } from '../../design/Term';
import { useLab } from '../../store/lab';
import { DiagramFrame } from '../DiagramFrame';

import { NothingShown } from '../shared/NothingShown';
import { RequestPicker } from '../shared/RequestPicker';
import { lastWithData, type RequestEntry } from '../shared/requests';
import { useFollowedRequest } from '../shared/use-request';
import type { BufferBox, BufferCopy, BuffersModel, MdlBox } from './model';
import { buffersLines } from './twin';
import { useBuffers } from './use-buffers';
import './buffers.css';
import { isNull, shortAddress } from '../../words/addresses';

export default function BuffersDiagram() {
  const hasShown = useLab((state) => state.shown !== undefined);
  const { branch = 0, head, entries, entry, request } = useFollowedRequest();
  const followed = entry?.kind === 'call' ? undefined : request;
  const { model } = useBuffers(followed, branch, head);
  if (!hasShown) return <NothingShown what="The data of a request" />;
  const title = entry ? `Buffers of ${entry.label.replace('Request', 'request')}` : 'Buffers';
  return (
    <DiagramFrame
      title={title}
      text={model ? buffersLines(model, title) : ['No request is followed at this instant.']}
      controls={<RequestPicker entries={entries} selected={entry} />}
    >
      {model && followed ? (
        <>
          <Picture model={model} irp={followed.irp} />
          {!model.plan.method && <WithData entries={entries} />}
        </>
      ) : (
        <NoBuffers isRefused={entry?.kind === 'call'} isComing={followed !== undefined && followed !== null} />
      )}
    </DiagramFrame>
  );
}

/** At the end of a run the request that is followed is the last CLOSE. What one looks for is most likely the one with data before it. */
function WithData({ entries }: { readonly entries: readonly RequestEntry[] }) {
  const shown = useLab((state) => state.shown?.at.instant ?? 0);
  const entry = lastWithData(entries, shown);
  if (!entry) return null;
  return (
    <div className="button-row">
      <Button
        label={`Show ${entry.label.replace('Request', 'request')}: ${entry.about}`}
        size="small"
        onClick={() => void seekInstant(entry.at)}
      />
    </div>
  );
}

function NoBuffers({ isRefused, isComing }: { readonly isRefused: boolean; readonly isComing: boolean }) {
  if (isComing) return <EmptyState title="Reading the data of this request" />;
  if (isRefused) {
    return (
      <EmptyState title="This call was refused before its buffers were looked at.">
        There is no IRP. Choose another request above.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="There was no request yet at this instant.">
      Run on until the program sends a request, or choose one above.
    </EmptyState>
  );
}

function Picture({ model, irp }: { readonly model: BuffersModel; readonly irp: string }) {
  const { plan, about, boxes, mdl, copies, lengths, warnings } = model;
  const callers = boxes.filter(({ id }) => id !== 'system');
  const system = boxes.find(({ id }) => id === 'system');
  return (
    <div className="buffers">
      <div className="buffers-head">
        {plan.method && (
          <strong>
            {plan.method.startsWith('METHOD') ? <Term name={plan.method}>{plan.method}</Term> : plan.method}
          </strong>
        )}
        <dl className="buffers-lengths">
          {lengths.map(({ name, value, changed }) => (
            <div key={name} className={changed ? 'is-changed' : undefined}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p className="buffers-about">{about}</p>
      {warnings.map((text) => (
        <p key={text} className="buffers-warning" role="note">
          <TriangleAlert size={15} aria-hidden="true" />
          <span>
            <strong>Warning: </strong>
            {text}
          </span>
        </p>
      ))}
      {callers.length > 0 && (
        <div className="buffers-map">
          <p className="buffers-side is-user">
            <Glyph meaning="user" /> user pages of the caller
          </p>
          <div className="buffers-row">
            {callers.map((box) => (
              <Box key={box.id} box={box} />
            ))}
          </div>
          <div className="buffers-ring">
            <span className="buffers-ring-name">ring boundary</span>
            <div className="buffers-ways">
              {copies.map((copy) => (
                <Copy key={copy.key} copy={copy} />
              ))}
              {plan.output?.way === 'direct' || plan.input?.way === 'direct' ? (
                <span className="buffers-way is-shared">
                  <Link2 size={14} aria-hidden="true" /> no copy: the same pages
                </span>
              ) : null}
              {plan.output?.way === 'neither' || plan.input?.way === 'neither' ? (
                <span className="buffers-way is-raw">
                  <ArrowDown size={14} aria-hidden="true" /> bare addresses
                </span>
              ) : null}
            </div>
          </div>
          <p className="buffers-side is-kernel">
            <Glyph meaning="kernel" /> kernel
            <Ref subject={{ kind: 'irp', address: irp }} meaning="irp">
              {shortAddress(irp)}
            </Ref>
          </p>
          <div className="buffers-row">
            {system && <Box box={system} />}
            {mdl && <Mdl mdl={mdl} />}
          </div>
        </div>
      )}
    </div>
  );
}

const Box = memo(function Box({ box }: { readonly box: BufferBox }) {
  const { id, title, address, length, state, note, cells, more } = box;
  return (
    <section className={`buffers-box is-${state} is-of-${id === 'system' ? 'kernel' : 'user'}`} aria-label={title}>
      <h4>{title}</h4>
      <p className="buffers-where">
        {!isNull(address) && <AddressRef address={address} />} {length} bytes
        {note && <span className="buffers-note"> {note}</span>}
      </p>
      {cells.length > 0 && (
        <div className="buffers-bytes" role="img" aria-label={`Bytes: ${cells.map(({ text }) => text).join('')}`}>
          {cells.map(({ hex, text, changed, stale, beyond }, index) => (
            <span
              key={index}
              className={['buffers-byte', changed && 'is-changed', stale && 'is-stale', beyond && 'is-beyond']
                .filter(Boolean)
                .join(' ')}
              title={`byte ${index}${changed ? ', changed' : ''}${stale ? ', never written for this request' : ''}`}
            >
              <span>{hex}</span>
              <span>{text}</span>
            </span>
          ))}
        </div>
      )}
      {more > 0 && <p className="buffers-note">and {more} more bytes: open the address</p>}
      {cells.some(({ beyond }) => beyond) && <p className="buffers-note">slanted: behind what Information says</p>}
    </section>
  );
});

function Copy({ copy: { direction, bytes, at, state, news } }: { readonly copy: BufferCopy }) {
  const Icon = direction === 'in' ? ArrowDown : ArrowUp;
  const classes = ['buffers-way', 'is-copy', `is-${state}`, news && 'is-now'];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      onClick={() => void seekInstant(at)}
      title={`Go to instant ${at.toLocaleString('en')}`}
    >
      <Icon size={14} aria-hidden="true" />
      {direction === 'in' ? 'copy in' : 'copy back'}: {bytes} bytes
      <span className="buffers-note"> {news || (state === 'done' ? 'done' : 'not yet')}</span>
    </button>
  );
}

const Mdl = memo(function Mdl({ mdl }: { readonly mdl: MdlBox }) {
  const { address, state, isLocked, mapping, offset, length, pages, isSameFrame } = mdl;
  return (
    <section className={`buffers-box is-${state} is-of-kernel`} aria-label="MDL">
      <h4>
        <Term name="MDL">MDL</Term>
      </h4>
      {state !== 'there' ? (
        <p className="buffers-note">{state === 'later' ? 'not made yet' : 'freed; the pages are unlocked'}</p>
      ) : (
        <>
          <p className="buffers-where">
            <Ref subject={{ kind: 'mdl', address }}>{shortAddress(address)}</Ref> {length} bytes from offset {offset}
          </p>
          <p className="buffers-note">{isLocked ? 'pages locked:' : 'pages not locked yet'}</p>
          <ul className="buffers-pages">
            {pages.map(({ pfn, physical }) => (
              <li key={pfn} className="is-hardware">
                <Glyph meaning="hardware" /> frame {pfn} <span className="buffers-note">{shortAddress(physical)}</span>
              </li>
            ))}
          </ul>
          {isSameFrame && <p className="buffers-note">The caller's address leads to the same frame.</p>}
          <p className="buffers-where">
            system address:{' '}
            {mapping ? <AddressRef address={mapping} /> : <span className="buffers-note">none yet</span>}
          </p>
        </>
      )}
    </section>
  );
});
