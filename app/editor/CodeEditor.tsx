/**
 * The text of the tab in front: plain until somebody is at the page and Monaco has been loaded; then the one editor for all tabs. What is marked in it comes
 * from the stores.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTheme } from '../design/theme';
import { holdIdle } from '../shell/idle';
import { useBreakpoints } from '../store/breakpoints';
import { useFrame } from '../store/frame';
import { useLab } from '../store/lab';
import { useSelection } from '../store/selection';
import type { Decorations } from './decorations';
import { setCurrentSession } from './editor-actions';
import type { EditorSession } from './editor-session';
import { useFollow } from './follow';
import { PlainCode } from './PlainCode';
import { whenSomebodyIsThere } from './presence';
import type { ShownTab } from './shown-tab';
import { useExecution } from './use-execution';

interface Loaded {
  readonly session: EditorSession;
  readonly decorations: Decorations;
}

export function CodeEditor({ tab }: { readonly tab: ShownTab }) {
  const host = useRef<HTMLDivElement>(null);
  const { loaded, failure } = useMonaco(host);
  const execution = useExecution(tab);
  const next = execution.marks.find(({ kind }) => kind === 'next')?.line;
  // Inside the kernel it is the learner's line that called, or that faulted.
  const standing = next ?? execution.marks.find(({ kind }) => kind === 'caller')?.line;
  useShown(loaded, tab);
  useMarks(loaded, tab);
  useExecutionMarks(loaded, tab, execution, standing);
  useAskedPlace(loaded, tab);
  return (
    <div className="code-editor">
      <div className={loaded ? 'code-editor-host' : 'code-editor-host is-waiting'} ref={host} />
      {!loaded && (
        <>
          {failure && (
            <p className="source-bar is-fault">The editor could not be loaded: {failure}. Reload the page to edit.</p>
          )}
          <PlainCode of={tab.key} text={tab.text ?? ''} current={next} />
        </>
      )}
    </div>
  );
}

function useMonaco(host: React.RefObject<HTMLDivElement | null>) {
  const [loaded, setLoaded] = useState<Loaded>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let release = () => {};
    let stop = () => {};
    let cancel = () => {};
    let isOver = false;
    const load = async () => {
      try {
        const [{ EditorSession }, { Decorations }, { registerHovers }, { watchMargin }] = await Promise.all([
          import('./editor-session'),
          import('./decorations'),
          import('./hovers'),
          import('./margin'),
        ]);
        if (isOver || !host.current) return;
        // The editor measures characters when it is made.
        await document.fonts.ready;
        if (isOver || !host.current) return;
        const session = new EditorSession(host.current);
        const decorations = new Decorations(session.editor);
        const stops = [registerHovers(session), watchMargin(session, decorations)];
        setCurrentSession(session);
        stop = () => {
          setCurrentSession(undefined);
          for (const one of stops) one();
          session.dispose();
        };
        const isInside = document.activeElement?.classList.contains('plain-code');
        setLoaded({ session, decorations });
        // Whoever is in the plain text stays in the text; what is hidden takes no focus.
        if (isInside) requestAnimationFrame(() => session.editor.focus());
      } catch (error) {
        setFailure(String(error));
      } finally {
        release();
      }
    };
    const forget = whenSomebodyIsThere(() => {
      release = holdIdle();
      cancel = whenIdle(() => void load());
    });
    return () => {
      isOver = true;
      forget();
      cancel();
      release();
      stop();
      setLoaded(undefined);
    };
  }, [host]);
  return { loaded, failure };
}

/** When nothing else wants the processor. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(work, 200);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(work, { timeout: 2000 });
  return () => cancelIdleCallback(id);
}

function useShown(loaded: Loaded | undefined, tab: ShownTab): void {
  const theme = useTheme((state) => state.theme);
  useEffect(() => {
    if (!loaded) return;
    if (loaded.session.tab?.key !== tab.key) loaded.decorations.forget();
    loaded.session.show(tab);
  }, [loaded, tab]);
  useEffect(() => loaded?.session.setTheme(theme), [loaded, theme]);
}

function useMarks(loaded: Loaded | undefined, { key, file, text }: ShownTab): void {
  const breakpoints = useBreakpoints((state) => state.breakpoints);
  const standing = useBreakpoints((state) => state.standing);
  const messages = useLab((state) => state.messages);
  const own = useMemo(() => messages.filter((message) => message.file === file), [messages, file]);
  useEffect(() => {
    loaded?.decorations.breakpoints(file, breakpoints, standing);
  }, [loaded, key, file, breakpoints, standing, text]);
  useEffect(() => {
    loaded?.session.setProblems(own);
    // Markers move with the text by themselves.
  }, [loaded, key, own]);
}

function useExecutionMarks(
  loaded: Loaded | undefined,
  tab: ShownTab,
  { marks, ran, values }: ReturnType<typeof useExecution>,
  next: number | undefined,
): void {
  const isChosen = useFrame((state) => state.index > 0);
  const isFollowing = useFollow((state) => state.isOn) || isChosen;
  const instant = useLab((state) => state.shown?.at.instant);
  const { key, text } = tab;
  useEffect(() => {
    if (!loaded || text === undefined) return;
    loaded.decorations.execution(marks);
    loaded.decorations.ran(ran);
    loaded.decorations.values(values);
  }, [loaded, key, text, marks, ran, values]);
  useEffect(() => {
    if (!loaded || !isFollowing || next === undefined || text === undefined) return;
    loaded.session.editor.revealLineInCenterIfOutsideViewport(next);
  }, [loaded, key, text === undefined, isFollowing, next, instant]);
}

/** An editor that is made anew does not go there once more. */
let shownPlace: ReturnType<typeof useSelection.getState>['place'];

/** The place that somebody asked for, once its text is there. */
function useAskedPlace(loaded: Loaded | undefined, { key, file, text }: ShownTab): void {
  const place = useSelection((state) => state.place);
  useEffect(() => {
    if (!loaded || !place || place.file !== file || text === undefined || shownPlace === place) return;
    shownPlace = place;
    loaded.session.goTo(place.line, place.column ?? 1, place.focus);
  }, [loaded, key, file, text === undefined, place]);
}
