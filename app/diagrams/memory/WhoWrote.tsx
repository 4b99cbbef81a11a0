/** What is selected, and on request who wrote it last, with the way to that instant. */
import { History } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LastWritesRequest } from '../../../kernel-sim/protocol/questions';
import { Button } from '../../design/Button';
import { AddressRef } from '../../design/Ref';
import { useLab } from '../../store/lab';
import { shortAddress } from '../../words/addresses';
import { count, plural } from '../../words/numbers';
import { CodeRef } from '../shared/CodeRef';
import { Moment } from '../shared/Moment';
import { useSettledAnswer } from '../shared/settled-answer';
import { type WriteLine, writeLines } from './writes';

interface Writes {
  readonly lines: readonly WriteLine[];
  readonly asked: LastWritesRequest | undefined;
  readonly isAsking: boolean;
  readonly problem: string;
  readonly ask: (address: string, length: number) => void;
}

/** How many writes are told. */
const MOST_WRITES = 3;

export function useWrites(): Writes {
  const [asked, setAsked] = useState<LastWritesRequest>();
  const { answer, problem, isAsking } = useSettledAnswer<'last-writes'>(
    asked && { kind: 'last-writes', request: asked },
  );
  const lines = useMemo(() => (answer && !isAsking ? writeLines(answer) : []), [answer, isAsking]);
  const ask = (address: string, length: number) => {
    const at = useLab.getState().shown?.at;
    if (at) setAsked({ address, length, at, count: MOST_WRITES });
  };
  return { lines, asked, isAsking, problem, ask };
}

interface Props {
  /** Undefined: nothing is selected. */
  readonly address: string | undefined;
  readonly length: number;
  /** Of the field; '' if it is none. */
  readonly name: string;
  /** The selected bytes as an address. */
  readonly pointer: string | undefined;
  readonly writes: Writes;
  readonly onLook: (address: string) => void;
}

export function WhoWrote({ address, length, name, pointer, writes, onLook }: Props) {
  const { lines, asked, isAsking, problem, ask } = writes;
  if (address === undefined) {
    return <p className="memory-selection hint">Choose bytes or a field to see who wrote them last.</p>;
  }
  const isThis = asked?.address === address && asked.length === length;
  return (
    <section className="memory-selection" aria-label="Selection" aria-live="polite" aria-busy={isThis && isAsking}>
      <div className="memory-selected">
        <span>
          {name && <strong>{name} </strong>}
          {plural(length, 'byte')} at <AddressRef address={address} />
        </span>
        <Button
          label="Who wrote this last?"
          icon={<History size={14} aria-hidden="true" />}
          size="small"
          onClick={() => ask(address, length)}
        />
        {pointer && <Button label={`Look at ${shortAddress(pointer)}`} size="small" onClick={() => onLook(pointer)} />}
      </div>
      {isThis && isAsking && <p className="hint">Looking back ...</p>}
      {isThis && problem && <p className="is-fault">{problem}</p>}
      {isThis && lines.length > 0 && (
        <ol className="memory-writes" aria-label={`Writes before instant ${count(asked.at.instant)}, newest first`}>
          {lines.map(({ key, text, instant, place }) => (
            <li key={key}>
              {instant !== undefined && (
                <Moment instant={instant} label={text}>
                  Go there
                </Moment>
              )}{' '}
              {text} {place && <CodeRef text={place} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
