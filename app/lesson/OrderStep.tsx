/**
 * Blocks to be put in order. Each is moved by dragging or by its buttons; what does not belong is left out. The order is kept as it is made.
 */
import { ArrowDown, ArrowUp, GripVertical, Minus, Plus } from 'lucide-react';
import { type DragEvent, useMemo, useRef, useState } from 'react';
import type { Block } from '../../lessons/schema';
import { Button } from '../design/Button';
import { useLesson } from '../store/lesson';
import { LessonSentence } from './LessonText';
import { moved, shuffled } from './model/order';
import type { StepOf } from './player';
import { player } from './the-player';

export function OrderStep({ step }: { readonly step: StepOf<'order'> }) {
  const lesson = useLesson((state) => state.id);
  const used = useLesson((state) => state.progress?.orders[step.id]) ?? NONE;
  const isDone = useLesson((state) => state.progress?.done.includes(step.id) ?? false);
  const [dragged, setDragged] = useState<string>();
  const [said, setSaid] = useState('');
  const place = useRef<HTMLElement>(null);
  const all = useMemo(() => shuffled(step.blocks, `${lesson} ${step.id}`), [step, lesson]);
  const left = all.filter((id) => !used.includes(id));
  const blockOf = (id: string) => step.blocks.find((block) => block.id === id) as Block;

  const put = (ids: readonly string[], id: string) => {
    player.setOrder(step.id, ids);
    const at = ids.indexOf(id);
    setSaid(at < 0 ? `Left out: ${blockOf(id).text}` : `Place ${at + 1} of ${ids.length}: ${blockOf(id).text}`);
    // The block is drawn anew where it now stands: the focus goes with it.
    requestAnimationFrame(() => {
      place.current?.querySelector<HTMLElement>(`[data-block="${id}"] button:not([aria-disabled])`)?.focus();
    });
  };
  const dropAt = (at: number) => (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (dragged === undefined) return;
    const from = used.indexOf(dragged);
    put(moved(used, dragged, from >= 0 && from < at ? at - 1 : at), dragged);
    setDragged(undefined);
  };
  const dragProps = (id: string) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', id);
      setDragged(id);
    },
    onDragEnd: () => setDragged(undefined),
  });
  const allow = (event: DragEvent) => event.preventDefault();

  return (
    <section className="lesson-box" ref={place}>
      <p className="lesson-question">
        <LessonSentence text={step.question} />
      </p>
      <h4 id={`${step.id}-order`}>Your order</h4>
      <ol
        className="lesson-blocks"
        aria-labelledby={`${step.id}-order`}
        onDragOver={allow}
        onDrop={dropAt(used.length)}
      >
        {used.map((id, i) => (
          <li
            key={id}
            data-block={id}
            className={dragged === id ? 'lesson-block is-dragged' : 'lesson-block'}
            {...dragProps(id)}
            onDragOver={allow}
            onDrop={dropAt(i)}
          >
            <GripVertical size={14} aria-hidden="true" className="lesson-block-grip" />
            <span className="lesson-block-text">
              <LessonSentence text={blockOf(id).text} />
            </span>
            <Move
              name={`Move up: ${blockOf(id).text}`}
              Icon={ArrowUp}
              to={() => put(moved(used, id, i - 1), id)}
              unavailable={i === 0}
            />
            <Move
              name={`Move down: ${blockOf(id).text}`}
              Icon={ArrowDown}
              to={() => put(moved(used, id, i + 1), id)}
              unavailable={i === used.length - 1}
            />
            <Move
              name={`Leave out: ${blockOf(id).text}`}
              Icon={Minus}
              to={() =>
                put(
                  used.filter((one) => one !== id),
                  id,
                )
              }
            />
          </li>
        ))}
        {used.length === 0 && <li className="lesson-blocks-empty">Drag a block here, or press its plus.</li>}
      </ol>
      {left.length > 0 && (
        <>
          <h4 id={`${step.id}-left`}>Not used</h4>
          <ul className="lesson-blocks" aria-labelledby={`${step.id}-left`}>
            {left.map((id) => (
              <li key={id} data-block={id} className="lesson-block is-left" {...dragProps(id)}>
                <GripVertical size={14} aria-hidden="true" className="lesson-block-grip" />
                <span className="lesson-block-text">
                  <LessonSentence text={blockOf(id).text} />
                </span>
                <Move name={`Put at the end: ${blockOf(id).text}`} Icon={Plus} to={() => put([...used, id], id)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div className="lesson-actions">
        <Button
          label="Check the order"
          look={isDone ? 'plain' : 'go'}
          unavailable={used.length === 0}
          onClick={() => player.checkOrder(step)}
        />
      </div>
    </section>
  );
}

const NONE: readonly string[] = [];

interface MoveProps {
  readonly name: string;
  readonly Icon: typeof ArrowUp;
  readonly to: () => void;
  readonly unavailable?: boolean;
}

function Move({ name, Icon, to, unavailable = false }: MoveProps) {
  return (
    <Button
      label={name}
      icon={<Icon size={14} aria-hidden="true" />}
      iconOnly
      size="small"
      look="quiet"
      unavailable={unavailable}
      onClick={to}
    />
  );
}
