/** Controls over the timeline, and the transport's dialogs. */
import { lazy, Suspense, useEffect } from 'react';
import { watchHits } from './breakpoint-hits';
import { Controls } from './Controls';
import { listenToKeys } from './space-key';
import { useTransport } from './state';
import { watchStretch } from './stretch';
import { Timeline } from './Timeline';
import { registerTransportActions } from './transport-actions';

const GoDialog = lazy(() => import('./GoDialog'));
const BookmarkDialog = lazy(() => import('./BookmarkDialog'));

registerTransportActions();

export default function TransportBody() {
  useEffect(watchHits, []);
  useEffect(watchStretch, []);
  useEffect(listenToKeys, []);
  const dialog = useTransport((state) => state.dialog);
  return (
    <>
      <Controls />
      <Timeline />
      <Suspense>
        {dialog === 'go' && <GoDialog />}
        {dialog === 'bookmark' && <BookmarkDialog />}
      </Suspense>
    </>
  );
}
