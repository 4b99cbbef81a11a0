/** The thread that is shown, and a menu of all others with what each does. */
import { ChevronDown } from 'lucide-react';
import type { ThreadSummary } from '../../kernel-sim/protocol/views-threads';
import { Button } from '../design/Button';
import { Menu } from '../design/Menu';
import { useLab } from '../store/lab';
import { lookAtThread } from './focus';

interface Props {
  readonly threads: readonly ThreadSummary[];
  /** Of the stack that is shown. */
  readonly tid: number | undefined;
}

export function ThreadSwitch({ threads, tid }: Props) {
  const standing = useLab(({ shown }) => shown?.tid);
  const current = threads.find((thread) => thread.tid === tid);
  const items = threads.map((thread, i) => ({
    id: String(thread.tid),
    label: `Thread ${thread.tid}, ${thread.image}${thread.tid === standing ? ' (the machine stands here)' : ''}`,
    about: thread.place === '' ? thread.text : `${thread.text}, at ${thread.place}`,
    checked: thread.tid === tid,
    separated: i > 0 && threads[i - 1]?.pid !== thread.pid,
    onChoose: () => lookAtThread(thread.tid === standing ? undefined : thread.tid),
  }));
  return (
    <Menu label="Threads" items={items} align="start">
      <Button
        label={tid === undefined ? 'Threads' : `Thread ${tid}${current ? `, ${current.image}` : ''}`}
        icon={<ChevronDown size={14} aria-hidden="true" />}
        size="small"
        look="quiet"
        className="debug-thread"
        tip="Whose stack and variables are shown"
      />
    </Menu>
  );
}
