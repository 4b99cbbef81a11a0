/** The routes: the workbench, and the gallery for whoever works on the look. */
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useFirstPicture } from './first-picture';
import { Workbench } from './Workbench';

const Gallery = lazy(() => import('../gallery/Gallery'));

export function Page() {
  useFirstPicture();
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  if (hash === '#/gallery') {
    return (
      <Suspense fallback={null}>
        <Gallery />
      </Suspense>
    );
  }
  return <Workbench />;
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
