/**
 * The screen: sources above, what came of them below. User mode stands left and kernel mode right, in both rows.
 */
import { useMemo } from 'react';
import { CodeEditor, type Mark } from '../editor/CodeEditor';
import { ConsoleInput } from '../output/ConsoleInput';
import { CopyButton } from '../output/CopyButton';
import { EventsView } from '../output/EventsView';
import { OutcomeNotice } from '../output/OutcomeNotice';
import { OutputView } from '../output/OutputView';
import { ProblemsView } from '../output/ProblemsView';
import { useLab } from '../store/lab';
import type { FileName } from '../store/sources';
import { type BottomTab, editorReady, selectTab, useWorkbench } from '../store/workbench';
import { Header } from './Header';
import { useIdleSignal } from './idle';
import { Pane } from './Pane';
import { Split } from './Split';
import { StatusBar } from './StatusBar';
import { useShortcuts } from './shortcuts';
import { type Tab, Tabs } from './Tabs';

const EDITORS = 2;

export function Workbench() {
  useShortcuts();
  useIdleSignal(EDITORS);
  return (
    <div className="workbench">
      <Header />
      <main>
        <Split
          id="rows"
          orientation="vertical"
          panels={[
            { id: 'sources', name: 'sources', size: 58, minSize: 140, content: <Sources /> },
            { id: 'results', name: 'results', size: 42, minSize: 140, content: <Results /> },
          ]}
        />
      </main>
      <StatusBar />
    </div>
  );
}

function Sources() {
  return (
    <Split
      id="source-columns"
      orientation="horizontal"
      panels={[
        { id: 'program', name: 'program', size: 50, minSize: 260, content: <Source file="app.c" /> },
        { id: 'driver', name: 'driver', size: 50, minSize: 260, content: <Source file="driver.c" /> },
      ]}
    />
  );
}

function Source({ file }: { readonly file: FileName }) {
  const isDriver = file === 'driver.c';
  const marks = useMarks(file);
  return (
    <Pane title={file} meaning={isDriver ? 'kernel' : 'user'} note={isDriver ? 'kernel mode' : 'user mode'}>
      <CodeEditor
        file={file}
        label={isDriver ? 'driver.c, the driver' : 'app.c, the program'}
        marks={marks}
        onReady={editorReady}
      />
    </Pane>
  );
}

function Results() {
  return (
    <div className="results">
      <OutcomeNotice />
      <Split
        id="result-columns"
        orientation="horizontal"
        panels={[
          { id: 'console', name: 'console', size: 24, minSize: 160, content: <Console /> },
          { id: 'debug', name: 'debug output', size: 24, minSize: 160, content: <DebugOutput /> },
          { id: 'findings', name: 'events and problems', size: 52, minSize: 280, content: <EventsAndProblems /> },
        ]}
      />
    </div>
  );
}

function Console() {
  return (
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
        silent="Nothing was printed."
      />
      <ConsoleInput />
    </Pane>
  );
}

function DebugOutput() {
  return (
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
        silent="The driver printed nothing."
      />
    </Pane>
  );
}

function EventsAndProblems() {
  const selected = useWorkbench((state) => state.tab);
  const problems = useLab((state) => state.messages.filter(({ severity }) => severity !== 'note').length);
  const failed = useLab((state) => state.messages.some(({ severity }) => severity === 'error'));
  const tabs: Tab<BottomTab>[] = [
    { id: 'events', label: 'Events', content: <EventsView /> },
    {
      id: 'problems',
      label: (
        <>Problems {problems > 0 && <span className={`badge is-${failed ? 'error' : 'warning'}`}>{problems}</span>}</>
      ),
      content: <ProblemsView />,
    },
  ];
  return <Tabs label="Events and problems" tabs={tabs} selected={selected} onSelect={selectTab} />;
}

/** The build's errors and warnings in one file. */
function useMarks(file: FileName): readonly Mark[] {
  const messages = useLab((state) => state.messages);
  return useMemo(
    () =>
      messages
        .filter((message) => message.file === file && message.severity !== 'note')
        .map((message) => ({
          line: message.line,
          column: message.col,
          endLine: message.endLine,
          endColumn: message.endCol,
          isError: message.severity === 'error',
          text: `${message.text} [${message.id}]`,
        })),
    [messages, file],
  );
}
