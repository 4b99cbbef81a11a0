/**
 * The screen: places that never move. Left the lesson, in the centre the source, right the diagrams over the debugger, below these what is printed and
 * found, and below all the transport. Sizes are remembered; each of the three outer places can be folded away.
 */
import { ChevronDown, ChevronUp } from 'lucide-react';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { CommandWindow } from '../debugger/CommandWindow';
import { Inspector } from '../debugger/Inspector';
import { StackPanel } from '../debugger/StackPanel';
import { Boundary } from '../design/Boundary';
import { Button } from '../design/Button';
import { EmptyState } from '../design/EmptyState';
import { Pane } from '../design/Pane';
import { Split, type SplitPanel } from '../design/Split';
import { type Tab, Tabs } from '../design/Tabs';
import { DIAGRAM_LIST } from '../diagrams/registry';
import { SourcePlace } from '../editor/SourcePlace';
import { LessonPlace } from '../lesson/LessonPlace';
import { Narration } from '../narration/Narration';
import { ConsoleInput } from '../output/ConsoleInput';
import { CopyButton } from '../output/CopyButton';
import { EventsView } from '../output/EventsView';
import { OutputView } from '../output/OutputView';
import { ProblemsView } from '../output/ProblemsView';
import { keyOf } from '../store/actions';
import { useLab } from '../store/lab';
import {
  type BottomTab,
  type DebugTab,
  NARROW,
  type Place,
  type RightTab,
  showBottom,
  showDebug,
  showRight,
  toggleDebug,
  useLayout,
} from '../store/layout';
import { useSelection } from '../store/selection';
import { useStretch } from '../store/stretch';
import { Transport } from '../transport/Transport';
import { Dialogs } from './Dialogs';
import { firstPicture } from './first-picture';
import { Header } from './Header';
import { useIdleSignal } from './idle';
import { StatusBar } from './StatusBar';
import { useShortcuts } from './shortcuts';

const OutcomeScreen = lazy(() => import('../outcome/OutcomeScreen'));
const StretchPanel = lazy(() => import('../transport/StretchPanel'));
const LiveText = lazy(() => firstPicture.then(() => import('../narration/LiveText')));

export function Workbench() {
  useShortcuts();
  useOutcomeInFront();
  useInspectorInFront();
  const folded = useLayout((state) => state.folded);
  const isFull = useLayout((state) => state.isDiagramFull);
  const hasRun = useLab((state) => state.run > 0);
  const isNarrow = useIsNarrow();
  const columns = columnsOf(folded);
  return (
    <div className="workbench">
      <Header />
      <main className={isNarrow ? 'is-narrow' : undefined}>
        {isFull ? <FullDiagrams /> : isNarrow ? <Stacked places={columns} /> : <Beside columns={columns} />}
      </main>
      <Boundary name="the timeline">
        <Transport />
      </Boundary>
      <StatusBar />
      <Dialogs />
      {hasRun && (
        <Suspense>
          <LiveText />
        </Suspense>
      )}
      <IdleSignal />
    </div>
  );
}

/** The lesson has the whole height: it is read while all else is worked with. */
function Beside({ columns }: { readonly columns: readonly SplitPanel[] }) {
  const hasResults = useLayout((state) => !state.folded.bottom);
  const lesson = columns.filter(({ id }) => id === 'lesson');
  const upper = columns.filter(({ id }) => id !== 'lesson');
  const work = (
    <Split
      id="rows"
      orientation="vertical"
      panels={[
        {
          id: 'upper',
          name: 'source and diagrams',
          size: 78,
          minSize: 160,
          content: (
            <Split id={`columns-${upper.map(({ id }) => id).join('-')}`} orientation="horizontal" panels={upper} />
          ),
        },
        ...(hasResults ? [{ id: 'lower', name: 'results', size: 22, minSize: 90, content: <Results /> }] : []),
      ]}
    />
  );
  const all = [...lesson, { id: 'work', name: 'source, diagrams and results', size: 77, minSize: 400, content: work }];
  return <Split id={all.map(({ id }) => id).join('-')} orientation="horizontal" panels={all} />;
}

/** On a narrow screen below each other, each of one height: a finger scrolls the page and does not move separators, which cost time at the start. */
function Stacked({ places }: { readonly places: readonly SplitPanel[] }) {
  const hasResults = useLayout((state) => !state.folded.bottom);
  return (
    <div className="stack">
      {places.map(({ id, content }) => (
        <div key={id} id={id}>
          {content}
        </div>
      ))}
      {hasResults && (
        <div id="lower">
          <Results />
        </div>
      )}
    </div>
  );
}

/** A part of its own: it changes with all that is asked, and the rest need not be rendered for that. Last, so that the rest is there when it says so. */
function IdleSignal() {
  useIdleSignal();
  return null;
}

/** What is not folded away, from left to right. */
function columnsOf(folded: Readonly<Record<Place, boolean>>): readonly SplitPanel[] {
  const columns: SplitPanel[] = [
    {
      id: 'source',
      name: 'source',
      size: 42,
      minSize: 320,
      content: (
        <Boundary name="the source">
          <SourcePlace />
        </Boundary>
      ),
    },
  ];
  if (!folded.left)
    columns.unshift({
      id: 'lesson',
      name: 'lesson',
      size: 23,
      minSize: 264,
      content: (
        <Boundary name="the lesson">
          <LessonPlace />
        </Boundary>
      ),
    });
  if (!folded.right) columns.push({ id: 'right', name: 'diagrams', size: 36, minSize: 300, content: <RightPlace /> });
  return columns;
}

function useIsNarrow(): boolean {
  const isNarrow = () => matchMedia(NARROW).matches;
  return useSyncExternalStore(onWidth, isNarrow, isNarrow);
}

function onWidth(listener: () => void): () => void {
  const narrow = matchMedia(NARROW);
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

function RightPlace() {
  const hasScreen = useLayout((state) => state.right === 'outcome');
  const isBad = useLab((state) => isBadEnd(state.outcome?.kind));
  const isDebugFolded = useLayout((state) => state.isDebugFolded);
  // The screen of a bad end tells the stack itself, and needs the room.
  if (hasScreen && isBad) return <Diagrams />;
  if (isDebugFolded)
    return (
      <div className="tall-diagrams">
        <Diagrams />
        <DebugTabs />
      </div>
    );
  return (
    <Split
      id="right-rows"
      orientation="vertical"
      panels={[
        { id: 'diagrams', name: 'diagrams', size: 60, minSize: 120, content: <Diagrams /> },
        { id: 'debugger', name: 'debugger', size: 40, minSize: 90, content: <DebugTabs /> },
      ]}
    />
  );
}

function FullDiagrams() {
  const isBeside = useLayout((state) => state.isDebugBeside);
  if (!isBeside) return <Diagrams />;
  return (
    <Split
      id="full"
      orientation="horizontal"
      panels={[
        { id: 'full-diagrams', name: 'diagrams', size: 68, minSize: 300, content: <Diagrams /> },
        { id: 'full-debugger', name: 'debugger', size: 32, minSize: 240, content: <DebugTabs /> },
      ]}
    />
  );
}

function Diagrams() {
  const selected = useLayout((state) => state.right);
  const hasOutcome = useLab((state) => isBadEnd(state.outcome?.kind));
  const tabs: Tab<RightTab>[] = DIAGRAM_LIST.map(({ id, title, Component }) => ({
    id,
    label: title,
    content: (
      <Suspense fallback={<EmptyState title="Loading" />}>
        <Component />
      </Suspense>
    ),
  }));
  if (hasOutcome) {
    tabs.unshift({
      id: 'outcome',
      label: <span className="is-fault">What happened</span>,
      content: (
        <Suspense fallback={<EmptyState title="Loading" />}>
          <OutcomeScreen />
        </Suspense>
      ),
    });
  }
  const isThere = tabs.some(({ id }) => id === selected);
  return <Tabs label="Diagrams" tabs={tabs} selected={isThere ? selected : 'journey'} onSelect={showRight} />;
}

function DebugTabs() {
  const selected = useLayout((state) => state.debug);
  const isFolded = useLayout((state) => state.isDebugFolded && !state.isDiagramFull);
  const tabs: Tab<DebugTab>[] = [
    { id: 'stack', label: 'Stack and variables', content: <StackPanel /> },
    { id: 'inspector', label: 'Inspector', content: <Inspector /> },
    { id: 'narration', label: 'Narration', content: <Narration /> },
  ];
  const Chevron = isFolded ? ChevronUp : ChevronDown;
  const fold = (
    <Button
      label={isFolded ? 'Show the debugger' : 'Leave the height to the diagrams'}
      icon={<Chevron size={15} aria-hidden="true" />}
      iconOnly
      look="quiet"
      size="small"
      shortcut={keyOf('view.debugger')}
      onClick={toggleDebug}
    />
  );
  return (
    <Tabs label="Debugger" tabs={tabs} selected={selected} onSelect={showDebug} actions={fold} isFolded={isFolded} />
  );
}

function Results() {
  const selected = useLayout((state) => state.bottom);
  const isMarked = useStretch((state) => state.marked !== undefined);
  const problems = useLab((state) => state.messages.filter(({ severity }) => severity !== 'note').length);
  const failed = useLab((state) => state.messages.some(({ severity }) => severity === 'error'));
  const tabs: Tab<BottomTab>[] = [
    { id: 'console', label: 'Output', content: <Printed /> },
    { id: 'events', label: 'Events', content: <EventsView /> },
    {
      id: 'problems',
      label: (
        <>Problems {problems > 0 && <span className={`badge is-${failed ? 'error' : 'warning'}`}>{problems}</span>}</>
      ),
      content: <ProblemsView />,
    },
    { id: 'command', label: 'Command', content: <CommandWindow /> },
  ];
  if (isMarked) {
    tabs.push({
      id: 'stretch',
      label: 'Stretch',
      content: (
        <Suspense fallback={<EmptyState title="Loading" />}>
          <StretchPanel />
        </Suspense>
      ),
    });
  }
  const isThere = tabs.some(({ id }) => id === selected);
  return <Tabs label="Results" tabs={tabs} selected={isThere ? selected : 'console'} onSelect={showBottom} />;
}

/** User mode left, kernel mode right. */
function Printed() {
  return (
    <Split
      id="printed"
      orientation="horizontal"
      panels={[
        {
          id: 'console',
          name: 'console',
          size: 50,
          minSize: 160,
          content: (
            <Pane
              title="Console"
              meaning="user"
              note="what the program prints"
              actions={<CopyButton stream="console" name="console" />}
            >
              <OutputView
                stream="console"
                label="Console output"
                empty="Nothing printed yet. Press Run (Ctrl+Enter)."
                silent="Nothing was printed up to this instant."
              />
              <ConsoleInput />
            </Pane>
          ),
        },
        {
          id: 'debug',
          name: 'debug output',
          size: 50,
          minSize: 160,
          content: (
            <Pane
              title="Debug output"
              meaning="kernel"
              note="DbgPrint"
              actions={<CopyButton stream="debug" name="debug output" />}
            >
              <OutputView
                stream="debug"
                label="Debug output"
                empty="What the driver prints with DbgPrint appears here."
                silent="The driver printed nothing up to this instant."
              />
            </Pane>
          ),
        },
      ]}
    />
  );
}

function isBadEnd(kind: string | undefined): boolean {
  return kind !== undefined && kind !== 'exit' && kind !== 'stopped' && kind !== 'build-failed';
}

/** A bad end comes to the front once, and the problems of a build that failed; what is printed, when the next build is good or a program asks for a line. */
function useOutcomeInFront(): void {
  useEffect(
    () =>
      useLab.subscribe(({ outcome, run, phase, progress }, previous) => {
        const isBuilt = phase === 'running' && previous.phase === 'building';
        const isAsked = progress.waitsForInput && !previous.progress.waitsForInput;
        if (isAsked || (isBuilt && useLayout.getState().bottom === 'problems')) showBottom('console');
        if (outcome === undefined || outcome.kind === previous.outcome?.kind || run !== previous.run) return;
        if (outcome.kind === 'build-failed') showBottom('problems');
        else if (isBadEnd(outcome.kind)) showRight('outcome');
      }),
    [],
  );
}

/** Whatever is clicked to be inspected is seen. */
function useInspectorInFront(): void {
  useEffect(
    () =>
      useSelection.subscribe(({ trail }, previous) => {
        if (trail !== previous.trail && trail.length >= previous.trail.length) showDebug('inspector');
      }),
    [],
  );
}
