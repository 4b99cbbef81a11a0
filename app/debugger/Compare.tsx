/** Something at two instants side by side: as it is shown, and as it was at an instant that is chosen. What differs is marked. */
import { useEffect, useMemo, useState } from 'react';
import type { At } from '../../kernel-sim/protocol/time';
import type { ViewResult } from '../../kernel-sim/protocol/views';
import { ask } from '../client/lab-client';
import { useLab } from '../store/lab';
import type { Subject } from '../store/selection';
import { count } from '../words/numbers';
import { queryOf, sheetOf } from './inspected';
import { QuestionView } from './parts';
import { useQuestion } from './question';
import { useRemembered } from './remembered';
import { ValueText } from './SheetView';
import { compared, type Sheet } from './sheet';

interface Props {
  readonly subject: Subject;
  /** As it is at the shown instant. */
  readonly now: Sheet | undefined;
}

const TYPED = 'typed';

export function Compare({ subject, now }: Props) {
  const shown = useLab((state) => state.shown?.at);
  const before = useLab((state) => state.before);
  const instants = useRemembered((state) => state.instants);
  const [choice, setChoice] = useState('before');
  const [typed, setTyped] = useState('');
  const [onlyChanges, setOnlyChanges] = useState(true);
  const { question, start, cancel } = useQuestion<ViewResult['record'] | undefined>();
  const at = chosenAt();
  const query = queryOf(subject);

  useEffect(() => {
    if (!at || !query) return;
    start(async (options) => (await ask({ kind: 'views', at, views: [query] }, options))[0]?.record);
  }, [at?.branch, at?.instant, JSON.stringify(query)]);

  return (
    <div className="inspector-compare">
      <div className="debug-line">
        <label>
          Compare with{' '}
          <select value={choice} onChange={(event) => setChoice(event.target.value)}>
            <option value="before">
              {before ? `before this step (${count(before.instant)})` : 'before this step (there is none)'}
            </option>
            {instants.map((one, i) => (
              <option key={`${one.at.branch}:${one.at.instant}`} value={String(i)}>
                {count(one.at.instant)}, {one.place}
              </option>
            ))}
            <option value={TYPED}>another instant</option>
          </select>
        </label>
        {choice === TYPED && (
          <input
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            aria-label="Instant to compare with"
            placeholder="65926"
          />
        )}
        <label>
          <input type="checkbox" checked={onlyChanges} onChange={(event) => setOnlyChanges(event.target.checked)} />{' '}
          only what differs
        </label>
      </div>
      {!at && (
        <p className="debug-empty">{choice === TYPED ? 'Type an instant.' : 'There was no stop before this one.'}</p>
      )}
      {at && (
        <QuestionView question={question} doing="Going there to look" onCancel={cancel}>
          {(record) => (
            <Table left={sheetOf(subject, record)} right={now} at={at} shown={shown} onlyChanges={onlyChanges} />
          )}
        </QuestionView>
      )}
    </div>
  );

  function chosenAt(): At | undefined {
    if (choice === 'before') return before;
    if (choice !== TYPED) return instants[Number(choice)]?.at;
    const instant = Number(typed.replace(/[\s,]/g, ''));
    return typed.trim() === '' || !shown || !Number.isInteger(instant) ? undefined : { branch: shown.branch, instant };
  }
}

interface TableProps {
  readonly left: Sheet | undefined;
  readonly right: Sheet | undefined;
  readonly at: At;
  readonly shown: At | undefined;
  readonly onlyChanges: boolean;
}

function Table({ left, right, at, shown, onlyChanges }: TableProps) {
  const rows = useMemo(() => compared(left, right), [left, right]);
  const seen = onlyChanges ? rows.filter(({ isChanged }) => isChanged) : rows;
  if (seen.length === 0) return <p className="debug-empty">Nothing of it differs between the two instants.</p>;
  return (
    <table className="inspector-two">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">at {count(at.instant)}</th>
          <th scope="col">now{shown && ` (${count(shown.instant)})`}</th>
        </tr>
      </thead>
      <tbody>
        {seen.map(({ id, title, name, left: old, right: value, isChanged }) => (
          <tr key={id}>
            <th scope="row">
              {title !== '' && <span className="debug-note">{title}: </span>}
              {name}
            </th>
            <td>{old ? <ValueText value={old} /> : <span className="debug-note">not there</span>}</td>
            <td className={isChanged ? 'is-changed' : undefined}>
              {value ? <ValueText value={value} /> : <span className="debug-note">not there</span>}
              {isChanged && <span className="visually-hidden"> (differs)</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
