/**
 * What the last build found. A problem in one of the learner's files leads to its place; what it means and what to do can be opened below it.
 */
import { useEffect, useId, useMemo, useState } from 'react';
import type { BuildMessage } from '../../kernel-sim/protocol/lab-api';
import { explanationOf } from '../client/finding-words';
import { showCode } from '../store/code-places';
import { useLab } from '../store/lab';
import { isLearnersFile, useProject } from '../store/project';
import { linesFromBuilt, useBuilt } from '../store/project-built';

const MARKS: Record<BuildMessage['severity'], string> = { error: '✕', warning: '!', note: 'i' };

export function ProblemsView() {
  const messages = useLab((state) => state.messages);
  if (messages.length === 0) return <p className="hint is-padded">No problems. They appear here after a build.</p>;
  return (
    <ul className="problems">
      {messages.map((message) => (
        <Row key={`${message.file}:${message.line}:${message.col}:${message.id}:${message.text}`} message={message} />
      ))}
    </ul>
  );
}

function Row({ message }: { readonly message: BuildMessage }) {
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  return (
    <li className="problem-row">
      <Problem message={message} />
      <button
        type="button"
        className="problem-why"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined}
        aria-label={`Why: ${message.id}`}
        onClick={() => setOpen(!isOpen)}
      >
        why
      </button>
      {isOpen && <Explanation id={message.id} panel={panel} />}
    </li>
  );
}

function Explanation({ id, panel }: { readonly id: string; readonly panel: string }) {
  const [lines, setLines] = useState<readonly string[]>();
  useEffect(() => {
    let isWanted = true;
    explanationOf(id).then(
      (found) => isWanted && setLines(found.length > 0 ? found : ['Nothing more is said about this one.']),
      () => isWanted && setLines(['The explanation could not be loaded.']),
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  return (
    <div className="problem-explanation" id={panel} role="status">
      {lines?.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function Problem({ message }: { readonly message: BuildMessage }) {
  const { severity, id, text, file, line, col } = message;
  const now = useLineNow(file, line);
  const isGone = now === undefined;
  const content = (
    <>
      <span className={`problem-mark is-${severity}`} aria-hidden="true">
        {MARKS[severity]}
      </span>
      <span className="problem-text">
        <span className="visually-hidden">{severity}: </span>
        {text} <span className="problem-id">[{id}]</span>
      </span>
      <span className="problem-place">{isGone ? `${file}, no longer there` : `${file}:${now}:${col}`}</span>
    </>
  );
  const excerpt = useExcerpt(message);
  if (!isLearnersFile(file)) return <div className="problem">{content}</div>;
  return (
    <button type="button" className="problem" onClick={() => showCode({ file, line, column: col })}>
      {content}
      {excerpt && (
        <span className="problem-excerpt" aria-hidden="true">
          {excerpt.before}
          <mark>{excerpt.marked}</mark>
          {excerpt.after}
        </span>
      )}
    </button>
  );
}

/** The line as it was built. */
function useExcerpt({ file, line, col, endLine, endCol }: BuildMessage) {
  const text = useBuilt(({ texts }) => texts.get(file)?.split('\n')[line - 1]);
  if (text === undefined || text.trim() === '') return undefined;
  const end = endLine === line ? Math.max(endCol, col + 1) : text.length + 1;
  const indent = text.length - text.trimStart().length;
  return { before: text.slice(indent, col - 1), marked: text.slice(col - 1, end - 1), after: text.slice(end - 1) };
}

/** In the text as it is now; undefined: it is gone. */
function useLineNow(file: string, line: number): number | undefined {
  const text = useProject(({ project }) => project.files.find(({ name }) => name === file)?.text);
  const built = useBuilt(({ texts }) => texts.get(file));
  return useMemo(() => linesFromBuilt(file).moved(line), [file, line, text, built]);
}
