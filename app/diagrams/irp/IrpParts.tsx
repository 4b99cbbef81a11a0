/** The packet and its stack of locations, drawn from the model. The arrow stands at the current location and moves with it. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useId, useLayoutEffect, useRef, useState } from 'react';
import { AddressRef, Ref } from '../../design/Ref';
import { Term } from '../../design/Term';
import { shortAddress } from '../../words/addresses';
import { CodeRef } from '../shared/CodeRef';
import { Facts } from '../shared/Facts';
import type { IrpPicture, LocationPicture } from './model';

interface Props {
  readonly picture: IrpPicture;
}

const TONES = { irp: 'is-irp', good: 'is-good', warn: 'is-warn', fault: 'is-fault', idle: 'is-plain' } as const;

export const IrpPacket = memo(function IrpPacket({ picture }: Props) {
  const { address, title, state, memory, main, buffers, rest } = picture;
  const [isOpen, setOpen] = useState(false);
  const restId = useId();
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className="card irp-packet" aria-label="The packet">
      <header className="card-head">
        <Ref subject={{ kind: 'irp', address }} meaning="irp">
          {shortAddress(address)}
        </Ref>
        <span className={`badge-word ${TONES[state.tone]}${state.changed ? ' is-changed' : ''}`}>{state.text}</span>
        <span className="card-note">{title}</span>
      </header>
      <div className="card-body">
        <Facts facts={main} />
        <h4 className="section-title irp-inset">
          <Term name="system buffer">Buffers</Term>
        </h4>
        <Facts facts={buffers} />
        <button
          type="button"
          className="fold-button"
          aria-expanded={isOpen}
          aria-controls={restId}
          onClick={() => setOpen(!isOpen)}
        >
          <Chevron size={14} aria-hidden="true" /> {rest.length} more fields
        </button>
        <div id={restId}>{isOpen && <Facts facts={rest} />}</div>
        <p className="irp-memory">{memory}</p>
      </div>
    </section>
  );
});

export const IrpStack = memo(function IrpStack({ picture }: Props) {
  const { locations, current, outside, moved, cut } = picture;
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  const mark = current ?? 'outside';
  useLayoutEffect(() => {
    const place = () => {
      const row = list.current?.querySelector<HTMLElement>(`[data-key="${mark}"]`);
      setTop(row ? row.offsetTop + 5 : 0);
    };
    place();
    const observer = new ResizeObserver(place);
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, [mark, picture]);
  return (
    <section className="irp-stack" aria-label="Stack locations">
      <h4 className="section-title">
        <Term name="IO_STACK_LOCATION">Stack locations</Term>
        <span className="card-note"> top driver first</span>
      </h4>
      <div className="irp-rail">
        <ol className="irp-locations" ref={list}>
          <li className={current ? 'irp-outside' : 'irp-outside is-current'} data-key="outside">
            {outside || 'above the top: not sent yet, or completed'}
          </li>
          {locations.map((location) => (
            <Location key={location.key} location={location} />
          ))}
        </ol>
        <span
          className={moved ? 'irp-arrow is-moved' : 'irp-arrow'}
          style={{ transform: `translateY(${top}px)` }}
          aria-hidden="true"
        >
          ▶
        </span>
      </div>
      {cut && <p className="irp-memory">{cut}</p>}
    </section>
  );
});

function Location({ location }: { readonly location: LocationPicture }) {
  const { key, index, isCurrent, isUsed, major, driver, device, facts, completion, isPendingReturned, changed } =
    location;
  const classes = ['card', 'irp-location', isCurrent && 'is-current', !isUsed && 'is-unused'].filter(Boolean).join(' ');
  return (
    <li className={classes} data-key={key} aria-current={isCurrent || undefined}>
      <div className="card-head">
        <span className={changed ? 'irp-index is-changed' : 'irp-index'}>{index}</span>
        <span className="card-title">{isUsed ? major : 'not used yet'}</span>
        {isCurrent && <span className="badge-word is-irp">current</span>}
        {isPendingReturned && <span className="badge-word is-warn">pending</span>}
      </div>
      {isUsed && (
        <div className="card-body">
          <p className="irp-way">
            {device ? <Ref subject={{ kind: 'device', address: device.address }}>{device.name}</Ref> : 'no device'}
            <span aria-hidden="true"> → </span>
            <span className="irp-driver is-kernel">{driver || 'no driver'}</span>
          </p>
          <Facts facts={facts} />
          {completion && (
            <p className="irp-completion">
              <span aria-hidden="true">↑ </span>
              <Term name="completion routine" /> of the driver above: <CodeRef text={completion.routine} />, called{' '}
              {completion.when}; context{' '}
              {completion.context === 'NULL' ? 'NULL' : <AddressRef address={completion.context} />}
            </p>
          )}
        </div>
      )}
    </li>
  );
}
