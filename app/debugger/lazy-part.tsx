/** A part of the page that is loaded when it is first shown; the page counts as busy until then. */
import { type ComponentType, lazy, Suspense } from 'react';
import { EmptyState } from '../design/EmptyState';
import { firstPicture } from '../shell/first-picture';
import { holdIdle } from '../shell/idle';

export function lazyPart(load: () => Promise<{ readonly default: ComponentType }>): ComponentType {
  const Part = lazy(async () => {
    const release = holdIdle();
    try {
      await firstPicture;
      return await load();
    } finally {
      release();
    }
  });
  return function LazyPart() {
    return (
      <Suspense fallback={<EmptyState title="Loading" />}>
        <Part />
      </Suspense>
    );
  };
}
