/**
 * The worker that Monaco asks for (links, word completion). Here because only `client/` creates workers.
 */
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';

export function createEditorWorker(): Worker {
  return new EditorWorker({ name: 'editor' });
}
