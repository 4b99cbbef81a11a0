/**
 * The page's first picture, as a promise: what is not in it (the lab's worker, diagrams, the transport ...) is loaded after it, so that it does not wait for them.
 */
import { useEffect } from 'react';

let shown = () => {};

/** Settles once the first picture is on the screen. */
export const firstPicture = new Promise<void>((resolve) => {
  shown = resolve;
});

/** Of the component whose first rendering is the first picture. */
export function useFirstPicture(): void {
  useEffect(() => afterFrame(shown), []);
}

/** In the task after the next frame; what it returns ends the waiting. */
export function afterFrame(act: () => void): () => void {
  const once = () => {
    cancel();
    act();
  };
  // A tab that is not looked at has no frames.
  const timer = setTimeout(once, 500);
  let next: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    next = setTimeout(once);
  });
  const cancel = () => {
    clearTimeout(timer);
    clearTimeout(next);
    cancelAnimationFrame(frame);
  };
  return cancel;
}
