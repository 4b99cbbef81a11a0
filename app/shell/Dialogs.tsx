/**
 * Dialogs of the whole page, one at a time, each loaded when it is first opened.
 */
import { lazy, Suspense } from 'react';
import { useLayout } from '../store/layout';

const Palette = lazy(() => import('../palette/Palette'));
const Shortcuts = lazy(() => import('./ShortcutSheet'));
const Tour = lazy(() => import('../lesson/tour/Tour'));

export function Dialogs() {
  const dialog = useLayout((state) => state.dialog);
  return (
    <Suspense fallback={null}>
      {dialog === 'palette' && <Palette />}
      {dialog === 'shortcuts' && <Shortcuts />}
      {dialog === 'tour' && <Tour />}
    </Suspense>
  );
}
