/**
 * One source file in Monaco. The text's truth is the sources store; this component shows it, changes it, marks the
 * problems given to it and goes to the places that the selection store names.
 */
import { useEffect, useRef, useState } from 'react';
import { useTheme } from '../design/theme';
import { editFile, type Project, useProject } from '../store/project';
import { useSelection } from '../store/selection';
import type { editor as MonacoEditor } from './monaco';

type Monaco = typeof import('./monaco');
type Editor = MonacoEditor.IStandaloneCodeEditor;

/** A problem to be marked in the text; columns and lines count from 1, `endColumn` is exclusive. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly isError: boolean;
  readonly text: string;
}

interface Props {
  readonly file: string;
  /** What a screen reader calls the editor. */
  readonly label: string;
  readonly marks: readonly Mark[];
  /** Called once, when the text can be edited. */
  readonly onReady: () => void;
}

export function CodeEditor({ file, label, marks, onReady }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<{ monaco: Monaco; editor: Editor }>();
  const [failure, setFailure] = useState<string>();
  const theme = useTheme((state) => state.theme);
  const place = useSelection((state) => (state.place?.file === file ? state.place : undefined));

  useEffect(() => {
    let editor: Editor | undefined;
    let disposed = false;
    import('./monaco')
      .then((monaco) => {
        if (disposed || !host.current) return;
        editor = createEditor(monaco, host.current, file, label);
        setLoaded({ monaco, editor });
        onReady();
      })
      .catch((error: unknown) => setFailure(String(error)));
    return () => {
      disposed = true;
      editor?.getModel()?.dispose();
      editor?.dispose();
      setLoaded(undefined);
    };
  }, [file, label, onReady]);

  useEffect(() => {
    const model = loaded?.editor.getModel();
    if (!loaded || !model) return;
    const fromEditor = model.onDidChangeContent(() => editFile(file, textOf(model)));
    const toEditor = useProject.subscribe(({ project }, previous) => {
      const text = textIn(project, file);
      // Another project is another document: undo must not lead back into the one before.
      if (project.id !== previous.project.id) model.setValue(text);
      else replaceText(model, text);
    });
    return () => {
      fromEditor.dispose();
      toEditor();
    };
  }, [loaded, file]);

  useEffect(() => {
    if (loaded) loaded.editor.updateOptions({ theme: loaded.monaco.defineTheme(theme) });
  }, [loaded, theme]);

  useEffect(() => {
    const model = loaded?.editor.getModel();
    if (loaded && model) loaded.monaco.editor.setModelMarkers(model, 'build', marks.map(markerOf(loaded.monaco)));
  }, [loaded, marks]);

  useEffect(() => {
    if (!loaded || !place) return;
    loaded.editor.setPosition({ lineNumber: place.line, column: place.column ?? 1 });
    loaded.editor.revealLineInCenter(place.line);
    loaded.editor.focus();
  }, [loaded, place]);

  return (
    <div className="code-editor">
      <div className="code-editor-host" ref={host} />
      {!loaded && <PlainText file={file} failure={failure} />}
    </div>
  );
}

/** What stands in place of the editor until it is loaded: the same text, so that nothing jumps. */
function PlainText({ file, failure }: { readonly file: string; readonly failure: string | undefined }) {
  const text = useProject(({ project }) => textIn(project, file));
  return (
    <div className="code-editor-plain">
      {failure && <p className="notice is-fault">The editor could not be loaded: {failure}. Reload the page.</p>}
      <pre>{text}</pre>
    </div>
  );
}

function createEditor(monaco: Monaco, host: HTMLElement, file: string, label: string): Editor {
  const uri = monaco.Uri.parse(`inmemory://lab/${file}`);
  const model = monaco.editor.createModel(textIn(useProject.getState().project, file), 'cpp', uri);
  // Blue and amber are taken: they say user and kernel mode.
  const bracketColorizationOptions = { enabled: false, independentColorPoolPerBracketType: false };
  model.updateOptions({ tabSize: 4, bracketColorizationOptions });
  return monaco.editor.create(host, {
    model,
    ariaLabel: label,
    theme: monaco.defineTheme(useTheme.getState().theme),
    automaticLayout: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
    fontSize: 13,
    lineHeight: 20,
    lineNumbersMinChars: 3,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    renderLineHighlight: 'line',
    padding: { top: 8, bottom: 8 },
    wordWrap: 'on',
    wrappingIndent: 'indent',
    fixedOverflowWidgets: true,
    wordBasedSuggestions: 'currentDocument',
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    guides: { indentation: false },
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  });
}

function textIn({ files }: Project, file: string): string {
  return files.find(({ name }) => name === file)?.text ?? '';
}

/** The text with plain line feeds, whatever was pasted. */
function textOf(model: MonacoEditor.ITextModel): string {
  return model.getValue().replaceAll('\r\n', '\n');
}

/** Replaces the whole text as one undoable edit, if it differs. */
function replaceText(model: MonacoEditor.ITextModel, text: string): void {
  if (textOf(model) === text) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}

function markerOf(monaco: Monaco): (mark: Mark) => MonacoEditor.IMarkerData {
  return (mark) => ({
    startLineNumber: mark.line,
    startColumn: mark.column,
    endLineNumber: mark.endLine,
    endColumn: Math.max(mark.endColumn, mark.endLine === mark.line ? mark.column + 1 : 1),
    severity: mark.isError ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message: mark.text,
  });
}
