/**
 * Questions about one variable or field: who wrote it last, and which values it had. Each answer names instants to go to. An answer is about the instant at
 * which it was asked for, and says so when the machine has moved on.
 */
import { useEffect } from 'react';
import type { Deed, ExpressionHistory, LastWrites, WriteRecord } from '../../kernel-sim/protocol/questions';
import type { At } from '../../kernel-sim/protocol/time';
import type { CodeFocus } from '../../kernel-sim/protocol/views';
import { ask } from '../client/lab-client';
import { type AskOptions, LabError } from '../client/lab-connection';
import { Button } from '../design/Button';
import { ThreadTag } from '../design/Tags';
import { useLab } from '../store/lab';
import { count } from '../words/numbers';
import { Answer, GoTo, PlaceLink, QuestionView } from './parts';
import { changeText, originText } from './past-words';
import { useQuestion } from './question';

interface WroteProps {
  /** What is asked about: `inputLength`, `Irp->IoStatus.Status`. */
  readonly name: string;
  readonly address: string;
  /** Bytes; undefined: as many as the expression has, in the scope of the focus. */
  readonly length?: number | undefined;
  readonly expression?: string | undefined;
  readonly focus?: CodeFocus;
  /** EPROCESS, where it is another address space than the current one. */
  readonly process?: string | undefined;
  readonly onClose: () => void;
}

const MORE = 5;

/** Who wrote these bytes last, and before that. */
export function WhoWrote({ name, address, length, expression, focus, process, onClose }: WroteProps) {
  const { question, start, cancel } = useQuestion<LastWrites>();
  const askFor = (many: number) =>
    start(async (options) => {
      const { at } = shownNow();
      const bytes = length ?? (await sizeOf(expression ?? name, focus, at, options));
      const request = { address, length: bytes, at, count: many, ...(process !== undefined && { process }) };
      return ask({ kind: 'last-writes', request }, options);
    });
  useEffect(() => askFor(1), [name, address, length]);
  return (
    <Answer title={`Who wrote ${name} last`} onClose={onClose}>
      <QuestionView question={question} doing="Looking through the past" onCancel={cancel}>
        {(answer) => (
          <>
            <AskedAt at={answer.at} onAgain={() => askFor(1)} />
            {answer.unmapped && (
              <>
                <p>No page is at this address now. It was taken away here:</p>
                <DeedLine deed={answer.unmapped} />
              </>
            )}
            {answer.writes.length === 0 && <p>Nothing has written it.</p>}
            <ol className="debug-deeds">
              {answer.writes.map((write) => (
                <li key={`${write.instant} ${write.address}`}>
                  <Write write={write} />
                </li>
              ))}
            </ol>
            <p className="debug-note">{originText(answer)}</p>
            {answer.origin.kind === 'more' && answer.writes.length > 0 && (
              <Button label="Earlier writes" size="small" onClick={() => askFor(answer.writes.length + MORE)} />
            )}
          </>
        )}
      </QuestionView>
    </Answer>
  );
}

function Write({ write }: { readonly write: WriteRecord }) {
  return (
    <>
      <DeedLine deed={write} />
      <p className="debug-note">
        {write.how}: <code>{changeText(write)}</code>
      </p>
    </>
  );
}

/** Who did something, where and when, with the way there. */
export function DeedLine({ deed, text }: { readonly deed: Deed; readonly text?: string }) {
  const { place, own, tid, instant, cpu } = deed;
  return (
    <div className="debug-deed">
      <GoTo instant={instant} />
      <div>
        {text && <p>{text}</p>}
        <PlaceLink place={place} /> <ThreadTag tid={tid} /> <span className="debug-note">CPU {cpu}</span>
        {own && own.text !== place.text && (
          <p className="debug-note">
            for <PlaceLink place={own} />
          </p>
        )}
      </div>
    </div>
  );
}

interface HistoryProps {
  readonly expression: string;
  /** KTHREAD and frame in whose scope it is meant. */
  readonly thread?: string | undefined;
  readonly frame?: number | undefined;
  readonly onClose: () => void;
}

/** The values that an expression had, up to the shown instant. */
export function ValueHistory({ expression, thread, frame, onClose }: HistoryProps) {
  const { question, start, cancel } = useQuestion<ExpressionHistory & { readonly at: At }>();
  const askAll = () =>
    start(async (options) => {
      const { at } = shownNow();
      const scope = { ...(thread !== undefined && { thread }), ...(frame !== undefined && { frame }) };
      const request = { expression, at, ...scope };
      return { ...(await ask({ kind: 'expression-history', request }, options)), at };
    });
  useEffect(askAll, [expression, thread, frame]);
  return (
    <Answer title={`Values of ${expression}`} onClose={onClose}>
      <QuestionView question={question} doing="Following the value through the past" onCancel={cancel}>
        {({ at, changes, truncated, from, frame: scope }) => (
          <>
            <AskedAt at={at} onAgain={askAll} />
            <p className="debug-note">
              Newest first. {scope ? 'Since its routine was entered at instant' : 'Since instant'}{' '}
              {count(scope?.entered ?? from)}
              {truncated && '; older changes are left out'}.
            </p>
            <ol className="debug-deeds">
              {changes.toReversed().map(({ instant, value, by }, i) => (
                <li key={`${instant} ${i}`} className="debug-deed">
                  <GoTo instant={instant} />
                  <div>
                    <code>{value}</code>{' '}
                    {by && (
                      <>
                        <PlaceLink place={by.own ?? by.place} isShort /> <ThreadTag tid={by.tid} />
                      </>
                    )}
                  </div>
                </li>
              ))}
            </ol>
            {changes.length === 0 && <p>It has had one value all the time.</p>}
          </>
        )}
      </QuestionView>
    </Answer>
  );
}

/** Says so when the answer is about another instant than the one that is shown. */
export function AskedAt({ at, onAgain }: { readonly at: At; readonly onAgain: () => void }) {
  const isNow = useLab(({ shown }) => shown?.at.instant === at.instant && shown.at.branch === at.branch);
  if (isNow) return null;
  return (
    <p className="debug-asked">
      As seen from instant {count(at.instant)}. <Button label="Ask again from here" size="small" onClick={onAgain} />
    </p>
  );
}

export function shownNow(): { readonly at: At } {
  const { shown } = useLab.getState();
  if (!shown) throw new LabError('there is no machine');
  return shown;
}

/** Bytes of an expression's value. */
export async function sizeOf(
  expression: string,
  focus: CodeFocus | undefined,
  at: At,
  options: AskOptions,
): Promise<number> {
  const query = { kind: 'watch', ...focus, expression: `sizeof(${expression})`, depth: 0 } as const;
  const [answer] = await ask({ kind: 'views', at, views: [query] }, options);
  const record = answer?.kind === 'watch' ? answer.record : undefined;
  const size = record && !('problem' in record) ? Number.parseInt(record.value, 10) : Number.NaN;
  if (!(size > 0)) throw new LabError(`the size of ${expression} is not known`);
  return size;
}
