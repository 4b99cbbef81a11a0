/** Goes to another request of the run: the one before, the one after, or any. The lab then stands where that request begins. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { seekInstant } from '../../client/moves';
import { Button } from '../../design/Button';
import { Picker } from './Picker';
import type { RequestEntry } from './requests';
import './shared.css';

interface Props {
  readonly entries: readonly RequestEntry[];
  readonly selected: RequestEntry | undefined;
}

export function RequestPicker({ entries, selected }: Props) {
  if (entries.length === 0) return null;
  const index = selected ? entries.findIndex(({ key }) => key === selected.key) : -1;
  const go = (entry: RequestEntry | undefined) => {
    if (entry) void seekInstant(entry.at);
  };
  const [before, after] = [entries[index - 1], entries[index + 1]];
  return (
    <span className="button-row is-tight">
      <Button
        label="Previous request"
        icon={<ChevronLeft size={15} aria-hidden="true" />}
        {...{ iconOnly: true, look: 'quiet', size: 'small', unavailable: !before }}
        onClick={() => go(before)}
      />
      <Picker
        label="Which request"
        items={entries.map(({ key, label, about }) => ({ id: key, label, about }))}
        selected={selected?.key ?? ''}
        onSelect={(key) => go(entries.find((entry) => entry.key === key))}
      />
      <Button
        label="Next request"
        icon={<ChevronRight size={15} aria-hidden="true" />}
        {...{ iconOnly: true, look: 'quiet', size: 'small', unavailable: !after }}
        onClick={() => go(after)}
      />
    </span>
  );
}
