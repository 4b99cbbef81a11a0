/**
 * Monaco with the features the lab uses, and nothing else of it. Loaded by dynamic import only (see CodeEditor.tsx):
 * it is larger than the rest of the page together.
 */
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoLine/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/cpp/register';
import { editor } from 'monaco-editor/editor';
import { createEditorWorker } from '../client/editor-worker';
import { isDark, type Theme } from '../design/theme';

export { editor, languages, MarkerSeverity, Range, Uri } from 'monaco-editor/editor';

self.MonacoEnvironment = { getWorker: createEditorWorker };

/** The Monaco theme made of the tokens of the given theme, which must be the one on the document now. */
export function defineTheme(theme: Theme): string {
  const styles = getComputedStyle(document.documentElement);
  const token = (name: string) => sixDigits(styles.getPropertyValue(`--${name}`).trim());
  const rule = (scope: string, name: string) => ({ token: scope, foreground: token(name).slice(1) });
  const id = `ring-zero-${theme}`;
  editor.defineTheme(id, {
    base: isDark(theme) ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      rule('', 'ink'),
      rule('comment', 'code-comment'),
      rule('keyword', 'code-keyword'),
      rule('keyword.directive', 'code-macro'),
      rule('string', 'code-string'),
      rule('number', 'code-number'),
      rule('invalid', 'fault'),
    ],
    colors: {
      'editor.background': token('surface'),
      'editor.foreground': token('ink'),
      'editor.lineHighlightBackground': token('raised'),
      'editor.selectionBackground': token('selection'),
      'editor.wordHighlightBackground': `${token('selection')}80`,
      'editorCursor.foreground': token('ink'),
      'editorLineNumber.foreground': token('ink-muted'),
      'editorLineNumber.activeForeground': token('ink'),
      'editorIndentGuide.background1': token('line'),
      'editorError.foreground': token('fault'),
      'editorWarning.foreground': token('warn'),
      'editorInfo.foreground': token('user'),
      'textLink.foreground': token('focus'),
      'textLink.activeForeground': token('focus'),
      'editorWidget.background': token('raised'),
      'editorWidget.foreground': token('ink'),
      'editorWidget.border': token('line-strong'),
      'editorHoverWidget.background': token('raised'),
      'editorHoverWidget.foreground': token('ink'),
      'editorHoverWidget.border': token('line-strong'),
      'editorSuggestWidget.selectedBackground': token('selection'),
      'editorSuggestWidget.selectedForeground': token('ink'),
      'editorBracketMatch.border': token('line-strong'),
      'input.background': token('surface'),
      'input.foreground': token('ink'),
      'input.border': token('line-strong'),
      'menu.background': token('raised'),
      'menu.foreground': token('ink'),
      'menu.selectionBackground': token('selection'),
      'menu.selectionForeground': token('ink'),
      focusBorder: token('focus'),
      'scrollbar.shadow': '#00000000',
      'scrollbarSlider.background': `${token('line-strong')}55`,
      'scrollbarSlider.hoverBackground': `${token('line-strong')}88`,
    },
  });
  return id;
}

/** `#fff`, which a CSS minifier may make of `#ffffff`, in the one form that Monaco takes everywhere. */
function sixDigits(colour: string): string {
  return colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour;
}
