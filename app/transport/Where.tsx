/**
 * Where the machine stands, in words; while something moves, what and how far; before there is a run, what to do. Always one line of the same height.
 */
import { useEffect, useState } from 'react';
import { ModeTag, ThreadTag } from '../design/Tags';
import { placeWords } from '../instants/place-words';
import { showCode } from '../store/code-places';
import { type LabState, useLab } from '../store/lab';
import { count, duration } from '../words/numbers';
import { modeAt } from './mode';
import { useTransport } from './state';
import { timeline } from './timeline-store';

/** What is over sooner is not told: a line that flickers says nothing. */
const SLOW_MS = 180;

export function Where() {
  const phase = useLab((state) => state.phase);
  const isShown = useLab((state) => state.shown !== undefined);
  const moving = useSlowMotion();
  const waits = useLab((state) => state.progress.waitsForInput);
  const problem = useTransport((state) => state.problem);
  if (moving) return <Under what={moving.what} done={moving.done} />;
  if (phase === 'running' && !waits) return <Running />;
  if (!isShown) return <p className="transport-where hint">{QUIET[phase]}</p>;
  return (
    <div className="transport-where">
      <Standing />
      <span className="transport-problem" role="status">
        {problem}
      </span>
    </div>
  );
}

const QUIET = {
  loading: '',
  ready: 'Nothing has run yet. Press Run: every instant can then be shown, forwards and backwards.',
  building: 'Building',
  running: 'Running',
  standing: 'There is no run to go through. Correct the problems, then press Run.',
} as const;

function Standing() {
  const shown = useLab((state) => state.shown);
  const situation = useLab((state) => state.situation);
  const time = useLab((state) => state.progress.time);
  if (!shown) return null;
  const { at, cpu, tid, file, line } = shown;
  const mode = modeAt(shown, situation, timeline.data.lanesFor(timeline.span));
  const { text, image } = placeWords(shown.place);
  return (
    <>
      <span className="transport-instant">
        <span className="transport-label">instant</span> {count(at.instant)}
      </span>
      <span className="transport-time">{duration(time)}</span>
      <span className="transport-cpu">CPU {cpu}</span>
      <span className="transport-mode">{mode && <ModeTag mode={mode} />}</span>
      {tid !== 0 && (
        <span className="transport-thread">
          <ThreadTag tid={tid} process={situation?.tid === tid ? situation.process : undefined} />
        </span>
      )}
      {file === undefined ? (
        <span className="transport-place">{text}</span>
      ) : (
        <button
          type="button"
          className="ref transport-place"
          title={text}
          onClick={() => showCode({ file, line, image })}
        >
          {text}
        </button>
      )}
    </>
  );
}

function Running() {
  const instant = useLab((state) => state.progress.instant);
  const time = useLab((state) => state.progress.time);
  return (
    <p className="transport-where">
      <span className="transport-instant">
        <span className="transport-label">running, instant</span> {count(instant)}
      </span>
      <span className="transport-time">{duration(time)}</span>
    </p>
  );
}

function Under({ what, done }: { readonly what: string; readonly done: number | undefined }) {
  return (
    <p className="transport-where">
      <span className="transport-what">{what}</span>
      <progress className="transport-progress" aria-label={what} max={1} value={done} />
      {done !== undefined && <span className="transport-done">{Math.round(done * 100)} %</span>}
    </p>
  );
}

/** What moves, once it has for a while: a step that is over at once renders nothing here. */
export function useSlowMotion(): LabState['moving'] {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (isMoving: boolean) => {
      clearTimeout(timer);
      if (isMoving) timer = setTimeout(setSlow, SLOW_MS, true);
      else setSlow(false);
    };
    follow(useLab.getState().moving !== undefined);
    const unsubscribe = useLab.subscribe(({ moving }, { moving: before }) => {
      if ((moving === undefined) !== (before === undefined)) follow(moving !== undefined);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, []);
  return useLab((state) => (isSlow ? state.moving : undefined));
}
