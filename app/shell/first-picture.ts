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
  useEffect(() => {
    // The task after the next frame; a tab that is not looked at has no frames.
    const timer = setTimeout(shown, 500);
    const frame = requestAnimationFrame(() => setTimeout(shown));
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, []);
}
