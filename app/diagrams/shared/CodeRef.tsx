/**
 * Code of the machine as the views name it: a click shows its line in the source; without a line it is only read.
 */
import { placeIn, showCode } from '../../store/code-places';

export function CodeRef({ text, changed = false }: { readonly text: string; readonly changed?: boolean }) {
  const place = placeIn(text);
  const classes = changed ? 'ref is-changed' : 'ref';
  if (!place) return <code className={changed ? 'is-changed' : ''}>{text}</code>;
  const { file, line, start } = place;
  const symbol = text.slice(0, start - 1).trim();
  return (
    <button
      type="button"
      className={classes}
      title={`Show line ${line} of ${file}`}
      onClick={(event) => {
        event.stopPropagation();
        showCode(place);
      }}
    >
      {symbol && <span>{symbol}</span>}
      <span className="ref-note">
        {file}:{line}
      </span>
    </button>
  );
}
