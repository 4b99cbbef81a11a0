/**
 * The run told as sentences: where the machine stands, and the events around it under the thread that brought them about. What has not happened yet at the
 * shown instant is set back. Each event is the way to the state right after it.
 */
import { ClipboardCopy } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { seekInstant } from '../client/moves';
import { Button } from '../design/Button';
import { EmptyState } from '../design/EmptyState';
import { Glyph } from '../design/Glyph';
import { Prose, useTermFinder } from '../glossary/Prose';
import { toldBefore } from '../glossary/pieces';
import { meaningOf } from '../output/event-meaning';
import { useLab } from '../store/lab';
import { useProject } from '../store/project';
import { count, plural } from '../words/numbers';
import { outcomeText, stopText } from './stop-words';
import { useStop } from './stops';
import { groupsOf, type StoryRow, scriptOf } from './story';
import { type StoryAround, useStory } from './use-story';
import './narration.css';

const AROUND = 40;
const MORE = 100;

export default function StoryPanel() {
  const hasMachine = useLab(({ shown }) => shown !== undefined);
  const outcome = useLab((state) => state.outcome);
  const [before, setBefore] = useState(AROUND);
  const [after, setAfter] = useState(AROUND);
  const story = useStory({ before, after });
  const list = useRef<HTMLDivElement>(null);
  const position = story.told?.position;

  // What comes next, and what has just been, stay in view.
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!here || !list.current) return;
    const [top, height] = [here.offsetTop, list.current.clientHeight];
    const { scrollTop } = list.current;
    if (top < scrollTop + MARGIN || top + here.offsetHeight > scrollTop + height - MARGIN)
      list.current.scrollTop = top - height / 2;
  }, [position, story.told]);

  if (!hasMachine)
    return (
      <EmptyState title="Nothing to tell yet">
        {outcomeText(outcome) || 'Press Run. What the machine does is told here in plain sentences.'}
      </EmptyState>
    );
  return (
    <div className="narration">
      <Standing story={story} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section className="narration-list" ref={list} tabIndex={0} aria-label="The story of the run">
        {story.told && story.told.total === 0 && (
          <p className="narration-empty">
            The story begins with the first driver or program. The machine still starts up.
          </p>
        )}
        {story.told && (
          <Rows
            rows={story.told.rows}
            position={story.told.position}
            total={story.told.total}
            onEarlier={() => setBefore(before + MORE)}
            onLater={() => setAfter(after + MORE)}
          />
        )}
      </section>
    </div>
  );
}

const MARGIN = 24;

/** Where the machine stands now. The sentence before stays until the next one is known. */
function Standing({ story }: { readonly story: StoryAround }) {
  const stop = useStop();
  const text = stop ? stopText(stop) : undefined;
  const [kept, setKept] = useState('');
  useEffect(() => {
    if (text !== undefined) setKept(text);
  }, [text]);
  return (
    <div className="narration-now">
      <p>
        <Prose text={text ?? kept} />
      </p>
      <CopyScript story={story} standing={text ?? kept} />
    </div>
  );
}

const SAID_MS = 1500;

function CopyScript({ story, standing }: { readonly story: StoryAround; readonly standing: string }) {
  const title = useProject(({ project }) => project.title);
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      const rows = await story.upToNow();
      await navigator.clipboard.writeText(scriptOf(title, rows, standing));
      setSaid(`${plural(rows.length, 'event')} copied`);
    } catch {
      setSaid('Not allowed');
    }
  };
  return (
    <>
      <span role="status" className="narration-said">
        {said}
      </span>
      <Button
        label="Copy as script"
        icon={<ClipboardCopy size={14} aria-hidden="true" />}
        size="small"
        tip="Copies the story up to this instant as text"
        onClick={() => void copy()}
      />
    </>
  );
}

interface RowsProps {
  readonly rows: readonly StoryRow[];
  readonly position: number;
  readonly total: number;
  readonly onEarlier: () => void;
  readonly onLater: () => void;
}

function Rows({ rows, position, total, onEarlier, onLater }: RowsProps) {
  const find = useTermFinder();
  const groups = useMemo(() => groupsOf(rows), [rows]);
  const told = useMemo(() => {
    if (!find) return undefined;
    const before = toldBefore(
      rows.map(({ sentence }) => sentence),
      find,
    );
    return new Map(rows.map(({ ordinal }, i) => [ordinal, before[i]]));
  }, [rows, find]);
  const earlier = (rows[0]?.ordinal ?? 1) - 1;
  const later = total - (rows.at(-1)?.ordinal ?? total);
  return (
    <>
      {earlier > 0 && (
        <Button label={`${plural(earlier, 'earlier event')}`} look="quiet" size="small" onClick={onEarlier} />
      )}
      {position === 0 && <NotYet />}
      {groups.map(({ title, rows: own }) => (
        <section key={own[0]?.ordinal}>
          <h4>{title}</h4>
          <ol>
            {own.map((row) => (
              <Sentence
                key={row.ordinal}
                row={row}
                isPast={row.ordinal <= position}
                isNow={row.ordinal === position}
                told={told?.get(row.ordinal)}
              />
            ))}
          </ol>
        </section>
      ))}
      {later > 0 && <Button label={`${plural(later, 'later event')}`} look="quiet" size="small" onClick={onLater} />}
    </>
  );
}

function NotYet() {
  return (
    <p className="narration-empty" aria-current="true">
      Nothing of the story has happened at this instant.
    </p>
  );
}

interface SentenceProps {
  readonly row: StoryRow;
  readonly isPast: boolean;
  /** The last one that has happened. */
  readonly isNow: boolean;
  readonly told: ReadonlySet<string> | undefined;
}

function Sentence({ row, isPast, isNow, told }: SentenceProps) {
  const { event, sentence, ordinal } = row;
  return (
    <li
      className={isPast ? 'narration-row' : 'narration-row is-ahead'}
      value={ordinal}
      aria-current={isNow || undefined}
    >
      <button
        type="button"
        title={`Show instant ${count(event.instant + 1)}, right after this`}
        onClick={() => void seekInstant(event.instant + 1)}
      >
        <span className="visually-hidden">Go to event </span>
        {ordinal}
      </button>
      <Glyph meaning={meaningOf(event.event)} />
      <p>
        {!isPast && <span className="visually-hidden">Not yet: </span>}
        <Prose text={sentence} told={told} />
      </p>
    </li>
  );
}
