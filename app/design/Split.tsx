/**
 * Panels with separators between them that mouse and arrow keys move. Sizes are remembered under `id`.
 */
import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';

export interface SplitPanel {
  /** Also the element's id: no spaces. */
  readonly id: string;
  /** What the separator beside it calls it. */
  readonly name: string;
  /** Percentage of the whole. */
  readonly size: number;
  /** Pixels. */
  readonly minSize: number;
  readonly content: ReactNode;
}

interface Props {
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly panels: readonly SplitPanel[];
}

export function Split({ id, orientation, panels }: Props) {
  const kept = useDefaultLayout({ id: `ring-zero-lab.${id}`, storage: localStorage });
  // Said as a whole, so that the panels have their places before anything has been measured.
  const whole = panels.reduce((sum, { size }) => sum + size, 0);
  const usual = Object.fromEntries(panels.map(({ id: panel, size }) => [panel, (size / whole) * 100]));
  return (
    <Group id={id} orientation={orientation} className="split" {...kept} defaultLayout={kept.defaultLayout ?? usual}>
      {panels.map((panel, index) => (
        <Fragment key={panel.id}>
          {index > 0 && (
            <Separator
              className={`separator is-${orientation}`}
              aria-label={`Resize ${panels[index - 1]?.name} and ${panel.name}`}
            />
          )}
          <Panel id={panel.id} defaultSize={`${panel.size}%`} minSize={panel.minSize}>
            {panel.content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
