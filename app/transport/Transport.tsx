/**
 * The timeline and its controls, at the bottom of the page. Here only its place, so that the page's first script stays small: all else is loaded
 * after the first picture, into room that is kept for it.
 */
import './transport.css';
import { lazy, memo, Suspense, useEffect } from 'react';
import { firstPicture } from '../shell/first-picture';
import { holdIdle } from '../shell/idle';

const TransportBody = lazy(() => firstPicture.then(() => import('./TransportBody')));

/** What changes in the rest of the page is nothing to it. */
export const Transport = memo(function Transport() {
  return (
    <section className="transport" aria-label="Time">
      <Suspense fallback={<Loading />}>
        <TransportBody />
      </Suspense>
    </section>
  );
});

function Loading() {
  useEffect(holdIdle, []);
  return null;
}
