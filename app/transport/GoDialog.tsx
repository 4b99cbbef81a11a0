/**
 * Goes to an instant by its number, to an event by its place in order (`third irp completion`), or to where a function or a line is about to run. Enter takes
 * the first of what is offered.
 */
import { type SyntheticEvent, useState } from 'react';
import type { Direction, PlaceSpec } from '../../kernel-sim/protocol/time';
import { move, seek } from '../client/moves';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { instantsFor } from '../instants/described';
import { goTo } from '../instants/go-to';
import { placeFrom } from '../instants/place-words';
import { useLab } from '../store/lab';
import { useTransport } from './state';

/** What the dialog is for comes before its button to close. */
function focused(input: HTMLInputElement | null): void {
  input?.focus();
}

interface Offer {
  readonly title: string;
  /** Why it could not be; undefined: it is shown. */
  readonly go: () => Promise<string | undefined>;
}

export default function GoDialog() {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const offers = offersFor(text);
  const close = () => useTransport.setState({ dialog: undefined });
  const take = async (offer: Offer | undefined) => {
    if (!offer) return setProblem('This is no instant, no event and no place.');
    const said = await offer.go();
    if (said === undefined) close();
    else setProblem(said);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void take(offers[0]);
  };
  return (
    <Dialog
      title="Go to"
      about="The number of an instant, an event such as third irp completion, a function, or a line such as driver.c:41."
      open
      onClose={close}
    >
      <form className="transport-form" onSubmit={submit}>
        <input
          className="transport-input"
          ref={focused}
          aria-label="Instant, event or place"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setProblem(undefined);
          }}
          spellCheck={false}
          autoComplete="off"
        />
        <p className="transport-problem" role="alert">
          {problem}
        </p>
        <div className="transport-offers">
          {offers.map((offer, i) => (
            <Button
              key={offer.title}
              label={offer.title}
              look={i === 0 ? 'plain' : 'quiet'}
              shortcut={i === 0 ? 'Enter' : undefined}
              onClick={() => void take(offer)}
            />
          ))}
        </div>
      </form>
    </Dialog>
  );
}

function offersFor(text: string): readonly Offer[] {
  const instants = instantsFor(text).map(({ title, goal }): Offer => ({ title, go: () => goTo(goal) }));
  const place = placeFrom(text);
  if (!place) return instants;
  const words = text.trim();
  const places: Offer[] = [
    { title: `Next time at ${words}`, go: () => toPlace(place, 'forward', words) },
    { title: `Last time at ${words}`, go: () => toPlace(place, 'back', words) },
  ];
  // What looks like a name in C is one; words of an event may be one, too.
  return /[A-Z_:!]/.test(words) ? [...places, ...instants] : [...instants, ...places];
}

/** Looks for it from the shown instant; what does not find it leaves that as it was. */
async function toPlace(place: PlaceSpec, direction: Direction, words: string): Promise<string | undefined> {
  const { shown } = useLab.getState();
  if (!shown) return 'Nothing was run yet. Press Run first.';
  let problem: string | undefined;
  const report = await move({ motion: { kind: 'place', place }, direction }, `to ${words}`, (said) => {
    problem = said;
  });
  if (!report) return problem ?? 'This was interrupted.';
  if (report.reason === 'place' || report.reason === 'breakpoint') return undefined;
  await seek(shown.at);
  return direction === 'forward' ? `${words} is not reached after this instant.` : `${words} was not reached before.`;
}
