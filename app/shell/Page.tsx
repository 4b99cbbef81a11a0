/** The routes: the workbench, and the gallery for whoever works on the look. */
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { somebody } from '../editor/presence';
import { useFirstPicture } from './first-picture';
import { Workbench } from './Workbench';

// Without a pointer or a key there is nothing to be explained.
const TooltipLayer = lazy(() => somebody.then(() => import('../design/TooltipLayer')));
const Gallery = lazy(() => import('../gallery/Gallery'));

export function Page() {
  useFirstPicture();
  const hash = useSyncExternalStore(onHashChange, currentHash, currentHash);
  return (
    <>
      {hash === '#/gallery' ? (
        <Suspense fallback={null}>
          <Gallery />
        </Suspense>
      ) : (
        <Workbench />
      )}
      <Suspense fallback={null}>
        <TooltipLayer />
      </Suspense>
    </>
  );
}

function currentHash(): string {
  return location.hash;
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
