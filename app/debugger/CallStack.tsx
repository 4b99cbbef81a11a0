/** The frames of a thread, innermost first, with the ring boundary drawn where the stack crosses it. */
import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import type { Read } from '../../kernel-sim/protocol/views';
import type { StackView } from '../../kernel-sim/protocol/views-code';
import { Glyph } from '../design/Glyph';
import { showCode } from '../store/code-places';
import { lookAtFrame } from './focus';
import { type BorderRow, type FrameRow, stackRows } from './stack-rows';
import './stack.css';

interface Props {
  readonly stack: Read<StackView> | undefined;
  readonly chosen: number;
}

export function CallStack({ stack, chosen }: Props) {
  const rows = useMemo(() => (stack && !('problem' in stack) ? stackRows(stack) : []), [stack]);
  if (stack && 'problem' in stack) return <p className="debug-problem">The stack cannot be shown: {stack.problem}.</p>;
  if (stack && rows.length === 0) return <p className="debug-empty">The thread has no frames.</p>;
  return (
    <ol className="debug-stack">
      {rows.map((row, i) =>
        row.kind === 'frame' ? (
          <Frame key={`frame ${row.index}`} frame={row} isChosen={row.index === chosen} />
        ) : (
          <Border key={`border ${i}`} border={row} />
        ),
      )}
    </ol>
  );
}

function Frame({ frame, isChosen }: { readonly frame: FrameRow; readonly isChosen: boolean }) {
  const { index, ring, routine, image, args, place, file, line, isOwn } = frame;
  const choose = () => {
    lookAtFrame(index);
    if (file !== undefined) showCode({ file, line, image: isOwn ? undefined : image }, { focus: false });
  };
  return (
    <li>
      <button
        type="button"
        className={`debug-frame ${isOwn ? 'is-own' : 'is-lab'}`}
        aria-current={isChosen || undefined}
        title={`${image === '' ? '' : `${image}!`}${routine}${args}`}
        onClick={choose}
      >
        <span className="debug-frame-mark">{isChosen && <ArrowRight size={13} aria-hidden="true" />}</span>
        <Glyph meaning={ring} />
        <span className="debug-frame-routine">
          {image !== '' && <span className="debug-frame-image">{image}!</span>}
          {routine}
          <span className="debug-frame-args">{args}</span>
        </span>
        <span className="debug-frame-place">{place}</span>
        <span className="visually-hidden">, {ring} mode</span>
      </button>
    </li>
  );
}

function Border({ border: { crosses, text } }: { readonly border: BorderRow }) {
  return (
    <li className={crosses ? 'debug-border is-ring' : 'debug-border'}>
      {crosses ? (
        <span className="debug-border-text">
          <Glyph meaning="kernel" /> {text} <Glyph meaning="user" />
        </span>
      ) : (
        <span className="debug-border-text is-interrupt">
          <Glyph meaning="interrupt" /> {text}
        </span>
      )}
    </li>
  );
}
