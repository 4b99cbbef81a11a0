/**
 * The timeline and its controls, at the bottom of the page. Here only its place, so that the page's first script stays small: all else is loaded
 * after the first picture, into room that is kept for it, once something runs or somebody is there to press its buttons.
 */
import './transport.css';
import { lazy, memo, Suspense, useEffect, useState } from 'react';
import { whenSomebodyIsThere } from '../editor/presence';
import { firstPicture } from '../shell/first-picture';
import { holdIdle } from '../shell/idle';
import { useLab } from '../store/lab';

const TransportBody = lazy(() => firstPicture.then(() => import('./TransportBody')));

/** What changes in the rest of the page is nothing to it. */
export const Transport = memo(function Transport() {
  const hasRun = useLab((state) => state.run > 0);
  const [isWanted, want] = useState(false);
  useEffect(() => whenSomebodyIsThere(() => want(true)), []);
  return (
    <section className="transport" aria-label="Time">
      {hasRun || isWanted ? (
        <Suspense fallback={<Loading />}>
          <TransportBody />
        </Suspense>
      ) : (
        <p className="transport-before">Nothing has run yet. Press Run: all that the machine does is drawn here.</p>
      )}
    </section>
  );
});

function Loading() {
  useEffect(holdIdle, []);
  return null;
}
