/**
 * Anything of the machine, looked at: what was clicked last, with the way back; what was pinned stays above it, live; and whatever is typed. An address, an
 * IRP, a thread, a status, an expression: each has its own view, and everything in it leads on.
 */
import { ArrowLeft, BookmarkPlus, Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../design/Button';
import { EmptyState } from '../design/EmptyState';
import { sameAt } from '../store/instants';
import { useLab } from '../store/lab';
import { inspect, inspectBack, isSame, useSelection } from '../store/selection';
import { remember, useRemembered } from './remembered';
import { PinnedCard, SubjectCard } from './SubjectCard';
import { subjectOfText } from './subjects';
import './debugger.css';
import './inspector.css';

export default function InspectorPanel() {
  const trail = useSelection((state) => state.trail);
  const pinned = useSelection((state) => state.pinned);
  const hasMachine = useLab(({ shown }) => shown !== undefined);
  const subject = trail.at(-1);
  if (!hasMachine) {
    return (
      <EmptyState title="There is no machine yet">
        Press Run. Then click any address, IRP, thread or handle on the page: what it is appears here.
      </EmptyState>
    );
  }
  const others = pinned.filter((one) => !subject || !isSame(one, subject));
  return (
    <div className="debug inspector">
      <Bar canGoBack={trail.length > 1} />
      {others.map((one) => (
        <PinnedCard key={JSON.stringify(one)} subject={one} />
      ))}
      {subject ? (
        <SubjectCard key={JSON.stringify(subject)} subject={subject} />
      ) : (
        <p className="debug-empty">
          Click any address, IRP, thread, device or handle on the page, or type an address or a C expression above.
        </p>
      )}
    </div>
  );
}

function Bar({ canGoBack }: { readonly canGoBack: boolean }) {
  const [typed, setTyped] = useState('');
  const isRemembered = useIsRemembered();
  const go = () => {
    const subject = subjectOfText(typed);
    if (!subject) return;
    inspect(subject);
    setTyped('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go();
  };
  return (
    <form className="debug-line inspector-bar" onSubmit={submit}>
      <Button
        label="Back to what was inspected before"
        icon={<ArrowLeft size={15} aria-hidden="true" />}
        iconOnly
        look="quiet"
        size="small"
        unavailable={!canGoBack}
        onClick={inspectBack}
      />
      <input
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label="Inspect an address or expression"
        placeholder="Address or C expression"
        spellCheck={false}
        autoComplete="off"
      />
      <Button label="Inspect" icon={<Search size={14} aria-hidden="true" />} iconOnly size="small" onClick={go} />
      <Button
        label={isRemembered ? 'This instant is remembered' : 'Remember this instant'}
        icon={<BookmarkPlus size={15} aria-hidden="true" />}
        iconOnly
        look="quiet"
        size="small"
        pressed={isRemembered}
        tip="Remember this instant, to compare things with how they are now"
        onClick={remember}
      />
    </form>
  );
}

function useIsRemembered(): boolean {
  const at = useLab(({ shown }) => shown?.at);
  return useRemembered(({ instants }) => instants.some((one) => sameAt(one.at, at)));
}
