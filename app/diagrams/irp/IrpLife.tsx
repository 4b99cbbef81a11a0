/** What happens to the IRP, what is still to come paler; each event can be gone to. */
import { memo } from 'react';
import { CodeRef } from '../shared/CodeRef';
import { Moment } from '../shared/Moment';
import type { LifeEvent } from './life';

interface Props {
  readonly life: readonly LifeEvent[];
  readonly problem: string;
  readonly isAsking: boolean;
}

export const IrpLife = memo(function IrpLife({ life, problem, isAsking }: Props) {
  const hasFuture = life.some(({ isFuture }) => isFuture);
  const now = life.findLastIndex(({ isFuture }) => !isFuture);
  return (
    <section className="irp-life" aria-label="Its life" aria-busy={isAsking}>
      <h4 className="section-title">
        Its life{' '}
        <span className="card-note">{hasFuture ? 'what is still to come is paler' : 'up to this instant'}</span>
      </h4>
      {life.length === 0 && <p className="hint">{problem || (isAsking ? 'Looking back ...' : 'Nothing is known.')}</p>}
      <ol className="irp-events">
        {life.map(({ key, instant, verb, text, place, isFuture }, i) => (
          <li
            key={key}
            className={isFuture ? 'irp-event is-future' : 'irp-event'}
            aria-current={i === now ? 'step' : undefined}
          >
            <Moment instant={instant} label={verb} />
            <span className="irp-verb">{verb}</span>
            <span className="irp-detail">{text}</span>
            <CodeRef text={place} />
          </li>
        ))}
      </ol>
    </section>
  );
});
