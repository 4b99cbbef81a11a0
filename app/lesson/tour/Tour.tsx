/**
 * The tour: six stops over the real page. Loaded when it is asked for; Escape or Skip ends it, the arrow keys go on and back, nothing moves when less motion is
 * wanted. The focus comes back to where it was.
 */
import { type DriveStep, driver } from 'driver.js';
import 'driver.js/dist/driver.css';
import './tour.css';
import { useEffect } from 'react';
import { showDialog } from '../../store/layout';
import { STOPS } from './stops';

export default function Tour() {
  useEffect(() => {
    const before = document.activeElement;
    const less = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const steps = STOPS.flatMap(({ target, title, text, side }): DriveStep[] => {
      const element = document.querySelector(target);
      return element ? [{ element, popover: { title, description: text, side } }] : [];
    });
    const tour = driver({
      steps,
      animate: !less,
      duration: 200,
      smoothScroll: false,
      overlayOpacity: 0.55,
      stagePadding: 4,
      stageRadius: 8,
      popoverClass: 'tour',
      showProgress: true,
      progressText: '{{current}} of {{total}}',
      nextBtnText: 'Next',
      prevBtnText: 'Back',
      doneBtnText: 'Done',
      disableActiveInteraction: true,
      onPopoverRender: ({ closeButton, title, footer }) => {
        closeButton.textContent = 'Skip';
        closeButton.setAttribute('aria-label', 'Skip the tour');
        // The library's header and footer elements would be landmarks of the page.
        title.setAttribute('role', 'presentation');
        footer.setAttribute('role', 'presentation');
      },
      onHighlighted: (_element, _step, { state }) => state.popover?.nextButton.focus(),
      onDestroyed: () => {
        showDialog(undefined);
        if (before instanceof HTMLElement) before.focus();
      },
    });
    tour.drive();
    return () => tour.destroy();
  }, []);
  return null;
}
