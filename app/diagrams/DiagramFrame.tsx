/**
 * What every diagram stands in: its controls, the switch to its text twin, the picture or the text. The twin says everything that the picture says,
 * a line each; with the switch on it takes the picture's place, for whoever reads instead of looking.
 */
import { Maximize2, Minimize2, TextQuote } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../design/Button';
import { keyOf } from '../store/actions';
import { toggleAsText, toggleDiagramFull, useLayout } from '../store/layout';

interface Props {
  /** What the picture is called: `The journey of request 2`. */
  readonly title: string;
  /** The text twin, in reading order. */
  readonly text: readonly string[];
  /** Choices of this diagram, left in its bar. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

export function DiagramFrame({ title, text, controls, children }: Props) {
  const asText = useLayout((state) => state.asText);
  const isFull = useLayout((state) => state.isDiagramFull);
  return (
    <section className="diagram" aria-label={title}>
      <div className="diagram-bar">
        <h3 className="diagram-title">{title}</h3>
        {controls}
        <span className="bar-gap" />
        <Button
          label="As text"
          icon={<TextQuote size={15} aria-hidden="true" />}
          iconOnly
          look="quiet"
          size="small"
          pressed={asText}
          tip="Read the diagram as text"
          onClick={toggleAsText}
        />
        <Button
          label={isFull ? 'Back to the workbench' : 'Fill the window'}
          icon={isFull ? <Minimize2 size={15} aria-hidden="true" /> : <Maximize2 size={15} aria-hidden="true" />}
          iconOnly
          look="quiet"
          size="small"
          pressed={isFull}
          shortcut={keyOf('view.diagram-full')}
          onClick={toggleDiagramFull}
        />
      </div>
      {asText ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        <ol className="twin" tabIndex={0} aria-label={`${title}, as text`}>
          {text.map((line, i) => (
            <li key={i}>{line}</li>
          ))}
        </ol>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        <div className="diagram-picture" tabIndex={0}>
          {children}
        </div>
      )}
    </section>
  );
}
