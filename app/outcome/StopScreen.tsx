/**
 * The blue screen, which here explains itself: what happened, where, why, this run's values, what led to it, and the way back to the instant before.
 */
import type { BugCheckReport } from '../../kernel-sim/protocol/lab-api';
import { AddressRef, Ref } from '../design/Ref';
import { Field, ThreadTag } from '../design/Tags';
import { placeIn, showCode } from '../store/code-places';
import { shortAddress } from '../words/addresses';
import { count, hex32 } from '../words/numbers';
import { type EndData, useEndData } from './end-data';
import { generalMeaning, parametersOf } from './parameters';
import { BeforeButton, Stack, Trail } from './parts';

export function StopScreen({ report }: { readonly report: BugCheckReport }) {
  const data = useEndData();
  const { code, name, parameters, explanation, stack } = report;
  const [what = '', ...why] = explanation.filter((line) => !line.startsWith('Where:'));
  const place = [...explanation, ...stack].map(placeIn).find((found) => found?.isLearners);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <article className="stop-screen" aria-label="Bug check" tabIndex={0}>
      <header className="stop-head">
        <p className="stop-kicker">The system stopped to protect itself</p>
        <h2>{name}</h2>
        <p className="stop-code">
          STOP {hex32(code)} <span>{generalMeaning(code)}</span>
        </p>
        <div className="stop-actions">
          <BeforeButton moment={data?.moment} />
          {place && (
            <button type="button" className="button" onClick={() => showCode(place)}>
              Show {place.file}, line {place.line}
            </button>
          )}
        </div>
      </header>
      <section className="outcome-part">
        <h3>What happened</h3>
        <p className="stop-what">{what}</p>
        {why.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      <Trail />
      <section className="outcome-part">
        <h3>The values of this run</h3>
        <dl className="outcome-values">
          {parametersOf(code, parameters).map(({ value, meaning }, i) => (
            <Field key={i} name={meaning}>
              <AddressRef address={value} name={shortAddress(value)} />
            </Field>
          ))}
          {data && <Circumstances data={data} />}
        </dl>
      </section>
      <Stack lines={stack} />
    </article>
  );
}

function Circumstances({ data: { end, at } }: { readonly data: EndData }) {
  if (!end) return null;
  const { cpu, irql, thread, fault, address } = end;
  return (
    <>
      <Field name="instant">{count(at.instant)}</Field>
      <Field name="processor">
        CPU {cpu}, {irql.name}
      </Field>
      {'tid' in thread && (
        <Field name="thread">
          <ThreadTag tid={thread.tid} process={thread.image} address={thread.address} />
        </Field>
      )}
      {fault && (
        <Field name="faulting instruction">
          <AddressRef address={fault.instruction.address} name={fault.instruction.name} />
        </Field>
      )}
      {address && (
        <Field name="the address">
          <Ref subject={{ kind: 'address', address: address.address }}>{shortAddress(address.address)}</Ref>{' '}
          <span className="outcome-note">{address.text}</span>
        </Field>
      )}
    </>
  );
}
