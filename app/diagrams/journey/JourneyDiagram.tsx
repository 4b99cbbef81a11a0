/**
 * The journey of the request that the lab follows, as a sequence: a lane for everybody who works on it, time downwards by events, the ring boundary
 * between the lanes of user and kernel mode. A click on a step goes there; what lies after the shown instant is drawn faint.
 */
import { memo, useEffect, useMemo, useRef } from 'react';
import { seekInstant } from '../../client/moves';
import { EmptyState } from '../../design/EmptyState';
import { Glyph } from '../../design/Glyph';
import { shownBranch, useLab } from '../../store/lab';
import { DiagramFrame } from '../DiagramFrame';
import { NothingShown } from '../shared/NothingShown';
import { RequestPicker } from '../shared/RequestPicker';
import { useFollowedRequest } from '../shared/use-request';
import { type Course, type Journey, type JourneyStep, journeyAt } from './model';
import { isCopy, type Lane, type Standing } from './step';
import { countText, journeyLines, timeText } from './twin';
import { useCourse } from './use-course';
import './journey.css';
import './journey-words.css';

export default function JourneyDiagram() {
  const shown = useLab((state) => state.shown?.at.instant);
  const branch = useLab((state) => state.shown?.at.branch);
  const before = useLab((state) => (state.before?.branch === branch ? state.before?.instant : undefined));
  const followed = useFollowedRequest();
  const { entry, entries } = followed;
  const { course, isAsking, isStale, isCut } = useCourse(followed);
  const journey = useMemo(
    () => (course && shown !== undefined ? journeyAt(course, shown, before) : undefined),
    [course, shown, before],
  );
  if (shown === undefined) return <NothingShown what="The way of a request through the kernel" />;
  const title = entry ? `Journey of ${entry.label.replace('Request', 'request')}` : 'Journey';
  const about = entry ? `${title}: ${entry.about}` : title;
  return (
    <DiagramFrame
      title={title}
      text={journey ? journeyLines(journey, about, shown) : ['No request is followed at this instant.']}
      controls={<RequestPicker entries={entries} selected={entry} />}
    >
      {journey ? (
        <Picture journey={journey} course={course as Course} shown={shown} isCut={isCut} isStale={isStale} />
      ) : (
        <NoRequest isAsking={isAsking} hasSome={entries.length > 0} />
      )}
    </DiagramFrame>
  );
}

function NoRequest({ isAsking, hasSome }: { readonly isAsking: boolean; readonly hasSome: boolean }) {
  const isOver = useLab((state) => state.outcome !== undefined && state.shown?.at.instant === shownBranch(state)?.head);
  if (isAsking) return <EmptyState title="Reading the trace" />;
  if (isOver && !hasSome) {
    return (
      <EmptyState title="This run has no request.">
        No program opened a device or sent it anything before the run ended.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="There was no request yet at this instant.">
      {hasSome
        ? 'Choose one above, or go on to the next one.'
        : 'Run on until the program opens a device or sends it a request.'}
    </EmptyState>
  );
}

interface PictureProps {
  readonly journey: Journey;
  readonly course: Course;
  readonly shown: number;
  readonly isCut: boolean;
  readonly isStale: boolean;
}

function Picture({ journey, course, shown, isCut, isStale }: PictureProps) {
  const { lanes, boundary, steps, done, result } = journey;
  const here = useRef<HTMLLIElement>(null);
  const place = useLab((state) => state.shown?.place ?? '');
  useEffect(() => {
    // Gives a promise in browsers of today: no clean-up.
    void here.current?.scrollIntoView({ block: 'nearest' });
  }, [done, course]);
  const now = (
    <li key="now" className="journey-now" ref={here} aria-current="step">
      <span className="journey-track" aria-hidden="true">
        <Bars standing={steps[done - 1]?.standing} lanes={lanes} half="upper" />
        <Bars standing={steps[done - 1]?.standing} lanes={lanes} half="lower" />
      </span>
      <span className="journey-now-text">
        instant {shown.toLocaleString('en')} <span className="journey-place">{place}</span>
      </span>
    </li>
  );
  return (
    <div
      className={isStale ? 'journey is-stale' : 'journey'}
      aria-busy={isStale}
      style={{ '--lanes': lanes.length, '--user-lanes': boundary } as React.CSSProperties}
    >
      <Heads lanes={lanes} boundary={boundary} />
      <ol className="journey-steps">
        {boundary > 0 && boundary < lanes.length && <li className="journey-ring" aria-hidden="true" />}
        {steps.map((step, index) => [
          index === done ? now : null,
          <Row key={step.key} step={step} lanes={lanes} standing={steps[index - 1]?.standing} />,
        ])}
        {done === steps.length && now}
      </ol>
      <p className="journey-result">
        {result} {isCut && 'There are more events than are looked at here: the last ones may be missing.'}
      </p>
    </div>
  );
}

const Heads = memo(function Heads({ lanes, boundary }: { readonly lanes: readonly Lane[]; readonly boundary: number }) {
  return (
    <div className="journey-heads">
      <div className="journey-rings">
        {boundary > 0 && (
          <span className="journey-mode is-user" style={{ gridColumn: `span ${boundary}` }}>
            <Glyph meaning="user" /> <span>user</span>
          </span>
        )}
        {boundary < lanes.length && (
          <span className="journey-mode is-kernel" style={{ gridColumn: `span ${lanes.length - boundary}` }}>
            <Glyph meaning="kernel" /> <span>kernel mode</span>
          </span>
        )}
      </div>
      <div className="journey-lanes">
        {lanes.map(({ id, label, short, about, meaning }) => (
          <span key={id} className={`journey-lane is-${meaning}`} title={about}>
            <span className="journey-lane-long">{label}</span>
            <span className="journey-lane-short" aria-hidden="true">
              {short}
            </span>
          </span>
        ))}
      </div>
      <span className="journey-head-note">
        {boundary > 0 && boundary < lanes.length && 'thick line: ring boundary'}
      </span>
    </div>
  );
});

interface RowProps {
  readonly step: JourneyStep;
  readonly lanes: readonly Lane[];
  /** Right before it. */
  readonly standing: readonly Standing[] | undefined;
}

const Row = memo(function Row({ step, lanes, standing }: RowProps) {
  const { kind, at, label, note, tone, sentence, by, state, isNew, gap } = step;
  const classes = ['journey-step', `is-${state}`, `has-${tone}`, isNew && 'is-new'];
  return (
    <li className={classes.filter(Boolean).join(' ')}>
      <span className="journey-track" aria-hidden="true">
        <Bars standing={standing} lanes={lanes} half="upper" />
        <Bars standing={step.standing} lanes={lanes} half="lower" />
        <Arrow step={step} lanes={lanes} />
      </span>
      <span className="journey-words">
        <button type="button" className="journey-go" title={sentence} onClick={() => void seekInstant(at)}>
          {label}
          {isNew && <span className="visually-hidden"> (new since the last stop)</span>}
          {state === 'later' && <span className="visually-hidden"> (not yet)</span>}
        </button>
        {gap && (
          <span className="journey-gap">
            <span className="journey-gap-count">+{countText(gap.instructions)}</span>
            {gap.ns !== undefined && <span> +{timeText(gap.ns)}</span>}
          </span>
        )}
        {(note || by) && (
          <span className="journey-note">
            {tone !== 'plain' && <span aria-hidden="true">{MARKS[tone]} </span>}
            {note}
            {by && <span className="journey-by"> {by}</span>}
          </span>
        )}
        {gap?.quiet && <span className="journey-quiet">before it: {gap.quiet}</span>}
        {kind === 'fold' && <span className="journey-quiet">taken together</span>}
      </span>
    </li>
  );
}, isSameRow);

/** The steps of a course do not change, but for how far it has come. */
function isSameRow(a: RowProps, b: RowProps): boolean {
  const isSame = a.lanes === b.lanes && a.standing === b.standing && a.step.gap === b.step.gap;
  return (
    isSame &&
    a.step.key === b.step.key &&
    a.step.label === b.step.label &&
    a.step.state === b.step.state &&
    a.step.isNew === b.step.isNew
  );
}

const MARKS = { good: '✓', pending: '…', error: '✕' } as const;

interface BarsProps {
  readonly standing: readonly Standing[] | undefined;
  readonly lanes: readonly Lane[];
  readonly half: 'upper' | 'lower';
}

/** Where each of those who have to do with the request stands. */
function Bars({ standing = [], lanes, half }: BarsProps) {
  return standing.map(({ actor, lane, waits }) => {
    const index = lanes.findIndex(({ id }) => id === lane);
    const meaning = actor.startsWith('dpc:') ? 'interrupt' : (lanes[index]?.side ?? 'kernel');
    const classes = `journey-bar is-${half} is-${meaning}${waits ? ' is-waiting' : ''}`;
    return index < 0 ? null : <i key={actor} className={classes} style={{ '--at': index } as React.CSSProperties} />;
  });
}

function Arrow({ step: { kind, from, to }, lanes }: { readonly step: JourneyStep; readonly lanes: readonly Lane[] }) {
  const a = lanes.findIndex(({ id }) => id === from);
  const b = lanes.findIndex(({ id }) => id === to);
  const style = { '--at': Math.min(a, b), '--span': Math.abs(a - b) } as React.CSSProperties;
  if (a === b) return <i className={`journey-dot is-of-${kind}`} style={style} />;
  const classes = ['journey-arrow', a < b ? 'is-right' : 'is-left', isCopy(kind) && 'is-copy'];
  return <i className={classes.filter(Boolean).join(' ')} style={style} />;
}
