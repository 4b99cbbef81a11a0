/**
 * The margin as a place to click: left sets and removes breakpoints, right opens the menu of the line. And what the editor adds to its own menu.
 */
import { addBreakpoint, toggleLine } from '../store/breakpoints';
import { inspect } from '../store/selection';
import type { Decorations } from './decorations';
import { openBreakpoint, openLineMenu } from './dialogs';
import type { EditorSession } from './editor-session';
import { editor as monaco } from './monaco';
import { readValue } from './read-value';
import { expressionAt } from './tokenizer';

/** Until the result is called. */
export function watchMargin(session: EditorSession, decorations: Decorations): () => void {
  const { editor } = session;
  const { GUTTER_GLYPH_MARGIN, GUTTER_LINE_NUMBERS, GUTTER_LINE_DECORATIONS } = monaco.MouseTargetType;
  const margin = new Set([GUTTER_GLYPH_MARGIN, GUTTER_LINE_NUMBERS, GUTTER_LINE_DECORATIONS]);
  const registered = [
    editor.onMouseDown(({ event, target }) => {
      const line = target.position?.lineNumber;
      const { tab } = session;
      if (line === undefined || !tab || !margin.has(target.type)) return;
      if (event.rightButton || event.ctrlKey) {
        openLineMenu({ file: tab.file, line, x: event.posx, y: event.posy });
        event.preventDefault();
      } else if (event.leftButton && target.type === GUTTER_GLYPH_MARGIN) toggleLine(tab.file, line);
    }),
    editor.onMouseMove(({ target }) => {
      decorations.hint(target.type === GUTTER_GLYPH_MARGIN ? target.position?.lineNumber : undefined);
    }),
    editor.onMouseLeave(() => decorations.hint(undefined)),
    editor.addAction({
      id: 'ring-zero.edit-breakpoint',
      label: 'Edit breakpoint...',
      contextMenuGroupId: 'lab',
      contextMenuOrder: 1,
      run: () => editBreakpointHere(session),
    }),
    editor.addAction({
      id: 'ring-zero.stop-on-change',
      label: 'Stop when this changes',
      contextMenuGroupId: 'lab',
      contextMenuOrder: 2,
      run: () => stopOnChange(session),
    }),
    editor.addAction({
      id: 'ring-zero.inspect-this',
      label: 'Inspect this',
      contextMenuGroupId: 'lab',
      contextMenuOrder: 3,
      run: () => {
        const expression = expressionHere(session);
        if (expression !== undefined) inspect({ kind: 'expression', expression });
      },
    }),
  ];
  return () => {
    for (const one of registered) one.dispose();
  };
}

export function toggleHere({ editor, tab }: EditorSession): void {
  const line = editor.getPosition()?.lineNumber;
  if (tab && line !== undefined) toggleLine(tab.file, line);
}

export function editBreakpointHere({ editor, tab }: EditorSession): void {
  const line = editor.getPosition()?.lineNumber;
  if (tab && line !== undefined) openBreakpoint({ where: { kind: 'line', file: tab.file, line } });
}

/** Of what is selected, or of the name at the cursor. */
export async function stopOnChange(session: EditorSession): Promise<void> {
  const expression = expressionHere(session);
  if (expression === undefined) return;
  const length = (await readValue(expression))?.length ?? 4;
  addBreakpoint({ where: { kind: 'data', address: `&(${expression})`, length, access: 'change' } });
}

export function expressionHere({ editor }: EditorSession): string | undefined {
  const model = editor.getModel();
  const selection = editor.getSelection();
  const position = editor.getPosition();
  if (!model || !position) return undefined;
  const selected = selection ? model.getValueInRange(selection).trim() : '';
  if (selected !== '' && !selected.includes('\n')) return selected;
  return expressionAt(model.getLineContent(position.lineNumber), position.column)?.text;
}
