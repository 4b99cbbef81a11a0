/** Names the shown instant, or gives its bookmark another name, or takes it away. */
import { type SyntheticEvent, useState } from 'react';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { placeWords } from '../instants/place-words';
import { useLab } from '../store/lab';
import { count } from '../words/numbers';
import { bookmarkAt, keepBookmark, removeBookmark, useBookmarks } from './bookmarks';
import { useTransport } from './state';

/** What the dialog is for comes before its button to close. */
function selected(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}

export default function BookmarkDialog() {
  // The instant for which it was opened, whatever moves meanwhile.
  const [shown] = useState(() => useLab.getState().shown);
  const [known] = useState(() => shown && bookmarkAt(useBookmarks.getState().list, shown.at));
  const place = placeWords(shown?.place ?? '').text;
  const [name, setName] = useState(known?.name ?? place);
  const close = () => useTransport.setState({ dialog: undefined });
  if (!shown) return null;
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    keepBookmark({ at: shown.at, name: name.trim() || place, place });
    close();
  };
  return (
    <Dialog
      title={known ? 'Bookmark' : 'New bookmark'}
      about={`Instant ${count(shown.at.instant)}, ${place}. Kept with this project.`}
      open
      onClose={close}
    >
      <form className="transport-form" onSubmit={save}>
        <label>
          <span>Name</span>
          <input
            className="transport-input"
            value={name}
            onChange={({ target }) => setName(target.value)}
            ref={selected}
            maxLength={80}
          />
        </label>
        <div className="button-row">
          <button type="submit" className="button is-go">
            Keep
          </button>
          {known && (
            <Button
              label="Remove"
              onClick={() => {
                removeBookmark(shown.at);
                close();
              }}
            />
          )}
        </div>
      </form>
    </Dialog>
  );
}
