/**
 * The one Monaco editor of the source place, with a model for each file that was looked at. The text's truth is the project store: what is typed goes there,
 * and what changes there comes here as an edit that can be undone. Knows no React.
 */
import type { BuildMessage } from '../../kernel-sim/protocol/lab-api';
import { type Theme, useTheme } from '../design/theme';
import { editFile, isAnother, textOf, useProject } from '../store/project';
import { linesFromBuilt } from '../store/project-built';
import { keepSpot, useTabs } from '../store/project-tabs';
import { defineTheme, MarkerSeverity, editor as monaco, Uri } from './monaco';
import type { ShownTab } from './shown-tab';

export type Editor = monaco.IStandaloneCodeEditor;
type Model = monaco.ITextModel;

/** A spot is kept when one has stayed there for so long. */
const SPOT_MS = 300;

export class EditorSession {
  readonly editor: Editor;
  readonly #models = new Map<string, Model>();
  readonly #states = new Map<string, monaco.ICodeEditorViewState | null>();
  readonly #stops: (() => void)[] = [];
  #tab: ShownTab | undefined;
  #project = useProject.getState();
  #spotTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement) {
    this.editor = monaco.create(host, optionsFor(defineTheme(useTheme.getState().theme)));
    const spot = [
      this.editor.onDidChangeCursorPosition(() => this.#spot()),
      this.editor.onDidScrollChange(() => this.#spot()),
    ];
    this.#stops.push(
      useProject.subscribe((state) => this.#follow(state)),
      ...spot.map((one) => () => one.dispose()),
    );
  }

  get tab(): ShownTab | undefined {
    return this.#tab;
  }

  /** The file that a model is of; undefined: it is none of the tabs' any more. */
  keyOf(model: Model): string | undefined {
    for (const [key, one] of this.#models) if (one === model) return key;
    return undefined;
  }

  show(tab: ShownTab): void {
    const before = this.#tab;
    this.#tab = tab;
    const model = this.#modelOf(tab);
    this.editor.updateOptions({
      // Tab indents here: whoever hears this must hear the way out.
      ariaLabel: `${tab.file}. F6 leaves the editor.`,
      readOnly: tab.isReadOnly,
      readOnlyMessage: {
        value: tab.isSystem
          ? 'This is a source of the lab. It cannot be changed.'
          : 'The lesson keeps this file as it is.',
      },
    });
    if (this.editor.getModel() === model) return;
    if (before) this.#states.set(before.key, this.editor.saveViewState());
    this.editor.setModel(model);
    const state = this.#states.get(tab.key);
    if (state) this.editor.restoreViewState(state);
    else this.#restoreSpot(tab.key);
  }

  goTo(line: number, column: number, focus: boolean): void {
    this.editor.setPosition({ lineNumber: line, column });
    this.editor.revealLineInCenterIfOutsideViewport(line);
    if (focus) this.editor.focus();
  }

  setTheme(theme: Theme): void {
    this.editor.updateOptions({ theme: defineTheme(theme) });
  }

  /** Marks what the build found in the file in front. */
  setProblems(messages: readonly BuildMessage[]): void {
    const model = this.editor.getModel();
    if (!model || !this.#tab || this.#tab.isSystem) return;
    const map = linesFromBuilt(this.#tab.file);
    const markers = messages.flatMap((message) => {
      const line = map.moved(message.line);
      return line === undefined ? [] : [markerOf(message, line)];
    });
    monaco.setModelMarkers(model, 'build', markers);
  }

  dispose(): void {
    clearTimeout(this.#spotTimer);
    for (const stop of this.#stops) stop();
    this.editor.dispose();
    for (const model of this.#models.values()) model.dispose();
    this.#models.clear();
  }

  #modelOf(tab: ShownTab): Model {
    const known = this.#models.get(tab.key);
    if (known) {
      if (tab.isSystem && tab.text !== undefined && known.getValue() !== tab.text) known.setValue(tab.text);
      return known;
    }
    const uri = Uri.parse(`inmemory://lab/${encodeURIComponent(this.#project.key)}/${encodeURIComponent(tab.key)}`);
    // Another project may have been opened since this tab was drawn: its text would stay under the other's name.
    const text = tab.isSystem ? tab.text : textOf(this.#project.project, tab.key);
    const model = monaco.createModel(text ?? '', 'cpp', uri);
    // Blue and amber are taken: they say user and kernel mode.
    const bracketColorizationOptions = { enabled: false, independentColorPoolPerBracketType: false };
    model.updateOptions({ tabSize: 4, bracketColorizationOptions });
    if (!tab.isSystem) model.onDidChangeContent(() => editFile(tab.file, plain(model)));
    this.#models.set(tab.key, model);
    return model;
  }

  /** Brings the models to what the project is now. */
  #follow(state: ReturnType<typeof useProject.getState>): void {
    const before = this.#project;
    this.#project = state;
    const isOther = isAnother(state, before);
    const names = new Set(state.project.files.map(({ name }) => name));
    for (const [key, model] of [...this.#models]) {
      if (key.includes('!')) continue;
      // Another project is another document: undo must not lead back into the one before.
      if (isOther || !names.has(key)) this.#drop(key, model);
      else replaceText(model, textOf(state.project, key));
    }
  }

  #drop(key: string, model: Model): void {
    if (this.editor.getModel() === model) this.editor.setModel(null);
    if (this.#tab?.key === key) this.#tab = undefined;
    this.#models.delete(key);
    this.#states.delete(key);
    model.dispose();
  }

  #spot(): void {
    clearTimeout(this.#spotTimer);
    const key = this.#tab?.key;
    const project = this.#project.key;
    if (key === undefined) return;
    this.#spotTimer = setTimeout(() => {
      const position = this.editor.getPosition();
      if (this.#tab?.key !== key || this.#project.key !== project || !position) return;
      const top = this.editor.getVisibleRanges()[0]?.startLineNumber ?? 1;
      const spot = { line: position.lineNumber, column: position.column, top };
      const known = useTabs.getState().spots[key];
      if (known?.line !== spot.line || known.column !== spot.column || known.top !== top) keepSpot(key, spot);
    }, SPOT_MS);
  }

  #restoreSpot(key: string): void {
    const spot = useTabs.getState().spots[key];
    if (!spot) return;
    this.editor.setPosition({ lineNumber: spot.line, column: spot.column });
    this.editor.setScrollTop(this.editor.getTopForLineNumber(spot.top) - (spot.top === 1 ? 0 : 1));
  }
}

/** The margin is as wide as that of the plain text (editor.css). */
function optionsFor(theme: string): monaco.IStandaloneEditorConstructionOptions {
  return {
    model: null,
    theme,
    automaticLayout: true,
    // Page-wide keys look at what has the focus: a text area is known to be one.
    editContext: false,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
    fontSize: 13,
    lineHeight: 20,
    glyphMargin: true,
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 18,
    showFoldingControls: 'never',
    minimap: { enabled: false },
    // Else the number of the last line is dimmed below what can be read.
    renderFinalNewline: 'on',
    scrollBeyondLastLine: false,
    renderLineHighlight: 'line',
    padding: { top: 8, bottom: 8 },
    wordWrap: 'on',
    wrappingIndent: 'same',
    fixedOverflowWidgets: true,
    wordBasedSuggestions: 'currentDocument',
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    guides: { indentation: false },
    stickyScroll: { enabled: false },
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    unicodeHighlight: { ambiguousCharacters: false },
  };
}

function markerOf(message: BuildMessage, line: number): monaco.IMarkerData {
  const severities = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, note: MarkerSeverity.Info };
  return {
    startLineNumber: line,
    startColumn: message.col,
    endLineNumber: line + message.endLine - message.line,
    endColumn: Math.max(message.endCol, message.endLine === message.line ? message.col + 1 : 1),
    severity: severities[message.severity],
    message: message.text,
  };
}

/** The text with plain line feeds, whatever was pasted. */
function plain(model: Model): string {
  return model.getValue().replaceAll('\r\n', '\n');
}

/** Replaces the text where it differs, as one undoable edit. */
function replaceText(model: Model, text: string): void {
  if (plain(model) === text) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}
