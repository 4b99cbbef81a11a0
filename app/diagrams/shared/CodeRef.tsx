/**
 * Code of the machine as the views name it: a click shows its line in the source; without a line it is only read.
 */
import { isLearnersFile } from '../../store/project';
import { showPlace } from '../../store/selection';
import { codeText } from './code-place';

export function CodeRef({ text, changed = false }: { readonly text: string; readonly changed?: boolean }) {
  const { symbol, place } = codeText(text);
  const classes = changed ? 'ref is-changed' : 'ref';
  if (!place) return <code className={changed ? 'is-changed' : ''}>{text}</code>;
  const { file, line } = place;
  const where = isLearnersFile(file) ? { file, line } : place;
  return (
    <button
      type="button"
      className={classes}
      title={`Show line ${line} of ${file}`}
      onClick={(event) => {
        event.stopPropagation();
        showPlace(where);
      }}
    >
      {symbol && <span>{symbol}</span>}
      <span className="ref-note">
        {file}:{line}
      </span>
    </button>
  );
}
