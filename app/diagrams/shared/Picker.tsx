/** The choice of what a diagram is about: a small button that says it, with a menu of the others. */
import { ChevronDown } from 'lucide-react';
import { Button } from '../../design/Button';
import { Menu } from '../../design/Menu';

export interface PickerItem {
  readonly id: string;
  readonly label: string;
  readonly about?: string | undefined;
}

interface Props {
  /** `Which IRP`. */
  readonly label: string;
  readonly items: readonly PickerItem[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

export function Picker({ label, items, selected, onSelect }: Props) {
  const shown = items.find(({ id }) => id === selected);
  return (
    <Menu
      label={label}
      align="start"
      items={items.map(({ id, label: text, about }) => ({
        id,
        label: text,
        about,
        checked: id === selected,
        onChoose: () => onSelect(id),
      }))}
    >
      <Button
        label={shown?.label ?? label}
        size="small"
        className="picker"
        icon={<ChevronDown size={14} aria-hidden="true" />}
      />
    </Menu>
  );
}
