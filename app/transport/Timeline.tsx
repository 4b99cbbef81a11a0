/**
 * The timeline of the run on screen: connects stores, gestures and keys with the canvases. Renders only when the hint changes; all else is told to
 * the stage, which draws at the next frame. To who cannot see it, it is a slider with the shown instant in words.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Direction } from '../../kernel-sim/protocol/time';
import { ask } from '../client/lab-client';
import { useTheme } from '../design/theme';
import { isBusy, shownBranch, useLab } from '../store/lab';
import { useProject } from '../store/project';
import { useStretch } from '../store/stretch';
import { useViews } from '../store/views';
import { bookmarkAt, useBookmarks } from './bookmarks';
import { branchLines } from './branch-lines';
import { listenToPointer } from './gestures';
import { type Hint, hintOf, sentenceOf } from './hint-words';
import type { Target } from './hits';
import { viewsSeen } from './measure';
import { modeAt, valueText } from './mode';
import { step, toEnd, toEvent } from './motions';
import { usePrefs } from './prefs';
import type { Pointer } from './scene';
import { type Play, Stage } from './stage';
import { useTransport } from './state';
import { stepMarking } from './stretch';
import { timeline } from './timeline-store';
import { useZoom } from './use-zoom';

interface Shown extends Hint {
  /** Pixels from the left, and from the right. */
  readonly x: number;
  readonly rest: number;
}

export function Timeline() {
  const box = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const stage = useRef<Stage>(undefined);
  const [hint, setHint] = useState<Shown>();
  const isEmpty = useLab(({ phase, shown }) => shown === undefined && !isBusy(phase));

  useZoom(
    above,
    () => ({
      span: timeline.span,
      head: timeline.head,
      stretch: stage.current?.geometry.stretch ?? { left: 0, right: 1 },
    }),
    (span) => timeline.look(span),
    (part) => timeline.pan(part),
  );

  useEffect(() => {
    if (!box.current || !below.current || !above.current) return;
    const [frame, slider] = [box.current, above.current];
    const pointer: { -readonly [K in keyof Pointer]: Pointer[K] } = {
      shown: undefined,
      hover: undefined,
      isScrubbing: false,
      marked: undefined,
    };
    let play = playNow();
    const drawn: Stage = new Stage(below.current, slider, {
      play: () => play,
      pointer: () => pointer,
      cpus: () => timeline.data.whole?.cpus ?? useProject.getState().project.cpus,
      groups: () => usePrefs.getState().groups,
    });
    stage.current = drawn;

    const arrange = () => {
      drawn.arrange(frame.clientWidth);
      frame.style.height = `${drawn.geometry.height}px`;
    };
    const redraw = () => {
      const { geometry } = drawn;
      play = playNow();
      if (geometry.lanes.length !== (timeline.data.whole?.cpus ?? geometry.lanes.length)) arrange();
      else drawn.redraw();
    };
    const onLab = () => {
      const state = useLab.getState();
      const before = pointer.shown;
      pointer.shown = state.shown?.at.instant;
      timeline.follow(state);
      if (pointer.shown !== undefined && pointer.shown !== before && !pointer.isScrubbing)
        timeline.reveal(pointer.shown);
      // Much of the lab's state has nothing to do with time.
      if (pointer.shown !== before) drawn.point();
      describe(slider);
    };

    let latest = 0;
    /** The event whose sentence was asked for: once, however the pointer moves on it. */
    let asked: number | undefined;
    const showHint = (target: Target | undefined, x: number) => {
      const place = { x, rest: drawn.geometry.width - x };
      const event = target?.kind === 'event' ? target.event : undefined;
      if (event !== undefined && event === asked) return setHint((old) => old && { ...old, ...place });
      asked = event;
      const mine = ++latest;
      if (!target || !drawn.scene) return setHint(undefined);
      const { branches, shown } = useLab.getState();
      const known = { bookmarks: useBookmarks.getState().list, hits: useTransport.getState().hits, branches };
      const first = hintOf(target, drawn.scene, known);
      setHint((old) =>
        old?.title === first.title && old.lines[0] === first.lines[0] ? { ...old, ...place } : { ...first, ...place },
      );
      if (target.kind !== 'event' || !shown) return;
      sentenceOf(target, shown.at.branch, ask).then(
        (sentence) => {
          if (sentence && mine === latest) setHint({ ...first, lines: [...first.lines, sentence], ...place });
        },
        () => {
          // The run is gone: its name and instant stay.
        },
      );
    };

    const offs = [
      timeline.listen(redraw),
      useLab.subscribe((state, before) => {
        onLab();
        if (state.branches !== before.branches || state.shown?.at.branch !== before.shown?.at.branch) redraw();
      }),
      useStretch.subscribe(({ marked, spent }) => {
        pointer.marked = marked && { ...marked, ns: spent?.ns };
        drawn.point();
      }),
      useBookmarks.subscribe(redraw),
      useTransport.subscribe(({ hits }, before) => {
        if (hits !== before.hits) redraw();
      }),
      usePrefs.subscribe(() => {
        play = playNow();
        arrange();
      }),
      useTheme.subscribe(() => drawn.retheme()),
      useViews.subscribe(({ at, records }, before) => {
        // They are on the screen with the next frame at the latest.
        if (at && records !== before.records) requestAnimationFrame(() => viewsSeen(at.instant));
      }),
      listenToPointer(slider, {
        scene: () => drawn.scene,
        look: (span) => timeline.look(span),
        fit: () => timeline.fit(),
        hover: (instant, isScrubbing) => {
          pointer.hover = instant;
          pointer.isScrubbing = isScrubbing;
          drawn.point();
        },
        hint: showHint,
      }),
    ];
    const sizes = new ResizeObserver(arrange);
    sizes.observe(frame);
    void document.fonts.ready.then(() => drawn.redraw());
    arrange();
    onLab();
    return () => {
      for (const off of offs) off();
      sizes.disconnect();
      drawn.dispose();
    };
  }, []);

  return (
    <div className={isEmpty ? 'transport-timeline is-empty' : 'transport-timeline'} ref={box}>
      {isEmpty && (
        <p className="transport-nothing">
          The timeline of a run is drawn here: a lane for each processor, and marks for what happened.
        </p>
      )}
      <canvas className="transport-canvas" ref={below} />
      <canvas
        className="transport-canvas is-above"
        ref={above}
        role="slider"
        tabIndex={0}
        aria-label="Shown instant"
        aria-valuemin={0}
        aria-valuemax={0}
        aria-valuenow={0}
        data-testid="timeline"
        onKeyDown={onKeyDown}
      />
      {hint && (
        <div
          className="transport-hint"
          style={hint.x < hint.rest ? { left: Math.max(0, hint.x - 20) } : { right: Math.max(0, hint.rest - 20) }}
        >
          <strong>{hint.title}</strong>
          {hint.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      )}
    </div>
  );
}

function playNow(): Play {
  const state = useLab.getState();
  const branch = shownBranch(state);
  const id = state.shown?.at.branch;
  const { data, span, head } = timeline;
  const { hits } = useTransport.getState();
  const onBranch = (list: readonly { readonly at: { readonly branch: number; readonly instant: number } }[]) =>
    list.flatMap(({ at }) => (at.branch === id ? [at.instant] : []));
  return {
    span,
    head,
    events: data.events,
    lanes: data.lanesFor(span),
    whole: data.whole,
    axis: usePrefs.getState().axis,
    branches: id === undefined ? [] : branchLines(state.branches, id),
    bookmarks: onBranch(useBookmarks.getState().list),
    hits: onBranch(hits),
    logs: new Set(onBranch(hits.filter(({ goesOn }) => goesOn))),
    end: branch?.end,
  };
}

/** Set at once, without a rendering: it changes with each instant shown. */
function describe(slider: HTMLCanvasElement): void {
  const { shown, situation } = useLab.getState();
  const mode = shown && modeAt(shown, situation, timeline.data.lanesFor(timeline.span));
  const bookmark = shown && bookmarkAt(useBookmarks.getState().list, shown.at);
  const text = valueText(shown, timeline.head, mode);
  slider.setAttribute('aria-valuemax', `${timeline.head}`);
  slider.setAttribute('aria-valuenow', `${shown?.at.instant ?? 0}`);
  slider.setAttribute('aria-valuetext', bookmark ? `${text}, bookmark ${bookmark.name}` : text);
}

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowRight: () => step('into', 'forward'),
  ArrowUp: () => step('into', 'forward'),
  ArrowLeft: () => step('into', 'back'),
  ArrowDown: () => step('into', 'back'),
  // As on any slider, up is more.
  PageUp: () => toEvent('forward', 'shown'),
  PageDown: () => toEvent('back', 'shown'),
  Home: () => toEnd('back'),
  End: () => toEnd('forward'),
};

/** With Shift: they take one end of the stretch along. */
const MARKING_KEYS: Readonly<Record<string, Direction>> = { ArrowRight: 'forward', ArrowLeft: 'back' };

function onKeyDown(event: KeyboardEvent): void {
  const way = event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey ? MARKING_KEYS[event.key] : undefined;
  if (way) {
    event.preventDefault();
    void stepMarking(way);
    return;
  }
  const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
