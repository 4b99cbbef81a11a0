/**
 * What the parts of the debugger share: a part that folds, text with references in it, the way to an instant, and the state of a question that takes long.
 */
import { X } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import type { CodePlace } from '../../kernel-sim/protocol/questions';
import { seekInstant } from '../client/moves';
import { Button } from '../design/Button';
import { Ref } from '../design/Ref';
import { showCode } from '../store/code-places';
import { isLearnersFile } from '../store/project';
import { count } from '../words/numbers';
import { fold, useKept } from './kept';
import type { Question } from './question';
import type { Piece } from './subjects';
import './debugger.css';

interface FoldProps {
  /** Under which it is remembered whether it is open. */
  readonly id: string;
  readonly title: string;
  /** Said beside the title. */
  readonly note?: ReactNode;
  readonly isOpenFirst?: boolean;
  /** Exists only while it is open. */
  readonly children: ReactNode;
}

export function Fold({ id, title, note, isOpenFirst = true, children }: FoldProps) {
  const isOpen = useKept((state) => state.folds[id] ?? isOpenFirst);
  return (
    <details className="debug-fold" open={isOpen} onToggle={(event) => fold(id, event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3>
        {note !== undefined && <span className="debug-note">{note}</span>}
      </summary>
      {isOpen && children}
    </details>
  );
}

/** A text with what it names as references. */
export function Pieces({ pieces, isReachable }: { readonly pieces: readonly Piece[]; readonly isReachable?: boolean }) {
  return pieces.map((piece, i) =>
    typeof piece === 'string' ? (
      <Fragment key={i}>{piece}</Fragment>
    ) : (
      <Ref key={i} subject={piece.subject} isReachable={isReachable}>
        {piece.text}
      </Ref>
    ),
  );
}

/** To the state at an instant of the shown branch. */
export function GoTo({ instant, label }: { readonly instant: number; readonly label?: string }) {
  return (
    <Button
      label={label ?? `Go to ${count(instant)}`}
      size="small"
      tip={`Show the machine at instant ${count(instant)}`}
      onClick={() => void seekInstant(instant)}
    />
  );
}

/** Where code stands; leads to its source. */
export function PlaceLink({ place, isShort = false }: PlaceProps) {
  const { text, file, line } = place;
  if (file === undefined) return <code>{text}</code>;
  const image = isLearnersFile(file) ? undefined : /^(\w+)!/.exec(text)?.[1];
  return (
    <button type="button" className="debug-place" onClick={() => showCode({ file, line, image })}>
      {isShort ? `${file}:${line}` : text}
    </button>
  );
}

interface PlaceProps {
  readonly place: Pick<CodePlace, 'text' | 'file' | 'line'>;
  /** File and line alone, where the routine is known. */
  readonly isShort?: boolean;
}

interface QuestionProps<A> {
  readonly question: Question<A>;
  /** What is being done, while it is. */
  readonly doing: string;
  readonly onCancel: () => void;
  readonly children: (answer: A) => ReactNode;
}

/** How far a question is, or its answer. */
export function QuestionView<A>({ question, doing, onCancel, children }: QuestionProps<A>) {
  if (question.state === 'none') return null;
  if (question.state === 'answered') return children(question.answer);
  if (question.state === 'failed') return <p className="debug-problem">There is no answer: {question.problem}.</p>;
  return (
    <div className="debug-progress" role="status">
      <span>{doing}</span>
      <progress aria-label={doing} value={question.done} max={1} />
      <Button label="Cancel" size="small" onClick={onCancel} />
    </div>
  );
}

/** An answer that stands among other things until it is put away. */
export function Answer({ title, onClose, children }: AnswerProps) {
  return (
    <section className="debug-answer" aria-label={title}>
      <header>
        <h4>{title}</h4>
        <Button
          label="Close"
          icon={<X size={14} aria-hidden="true" />}
          iconOnly
          look="quiet"
          size="small"
          onClick={onClose}
        />
      </header>
      {children}
    </section>
  );
}

interface AnswerProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}
