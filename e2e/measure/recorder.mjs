/**
 * What runs in the page while it is measured: frames, long tasks, when the parts of the screen that a step changes showed it, and walks of many steps. A frame
 * is looked at after everything of it has been laid out and before it is painted: a ResizeObserver on a probe comes then. Its time is that of the first
 * task after it, so that painting is in it.
 */
export function installRecorder() {
  const QUIET_MS = 250;
  const probe = document.createElement('div');
  probe.style.cssText = 'position:fixed;inset:0 auto auto 0;width:1px;height:1px;visibility:hidden;contain:strict';
  const painted = new MessageChannel();
  let frames = [];
  let longTasks = [];
  let last;
  let isOn = false;
  let watched;

  /** As the next frame will show them. */
  const parts = () => {
    const line = document.querySelector('.monaco-editor .exec-line.is-next');
    return {
      instant: document.querySelector('.transport-instant')?.textContent,
      line:
        line &&
        `${document.querySelector('.source-tab[aria-selected=true]')?.textContent} ${line.getBoundingClientRect().top}`,
      variables: document.querySelector('[role=treegrid][aria-label=Variables]')?.textContent,
    };
  };
  const tick = (now) => {
    if (!isOn) return;
    if (last !== undefined) frames.push(now - last);
    last = now;
    // Only where it is looked at: what nobody changes is not laid out.
    if (watched) probe.style.width = probe.style.width === '1px' ? '2px' : '1px';
    requestAnimationFrame(tick);
  };
  new ResizeObserver(() => {
    if (!watched) return;
    const seen = parts();
    for (const name of Object.keys(seen)) if (seen[name] !== watched.seen[name]) watched.pending.add(name);
    watched.seen = seen;
    painted.port2.postMessage(undefined);
  }).observe(probe);
  painted.port1.onmessage = () => {
    if (!watched) return;
    const now = performance.now();
    for (const name of watched.pending) watched.changes[name] = now - watched.begun;
    if (watched.pending.size > 0) watched.changed = now;
    watched.pending.clear();
    const isQuiet = now - Math.max(watched.changed, watched.begun) > QUIET_MS;
    if (isQuiet && document.documentElement.dataset.idle === 'true') {
      watched.done(watched.changes);
      watched = undefined;
    }
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask' });

  /** Until nothing is under way. */
  const idle = () =>
    new Promise((resolve) => {
      const root = document.documentElement;
      if (root.dataset.idle === 'true') return resolve();
      const observer = new MutationObserver(() => {
        if (root.dataset.idle !== 'true') return;
        observer.disconnect();
        resolve();
      });
      observer.observe(root, { attributeFilter: ['data-idle'] });
    });

  const task = () => new Promise((resolve) => setTimeout(resolve));
  /** Whether an attribute was set to something else in time. */
  const changed = (element, name, ms) =>
    new Promise((resolve) => {
      const before = element.getAttribute(name);
      const over = (isOther) => {
        observer.disconnect();
        clearTimeout(timer);
        resolve(isOther);
      };
      const observer = new MutationObserver(() => {
        // The task after it: what belongs to the same stop is then done.
        if (element.getAttribute(name) !== before) setTimeout(over, 0, true);
      });
      const timer = setTimeout(over, ms, false);
      observer.observe(element, { attributeFilter: [name] });
    });

  window.recorder = {
    begin() {
      document.body.append(probe);
      frames = [];
      longTasks = [];
      last = undefined;
      isOn = true;
      performance.clearMeasures('views.age');
      performance.clearMeasures('transport.draw');
      requestAnimationFrame(tick);
    },
    end() {
      isOn = false;
      probe.remove();
      const measured = (name) => performance.getEntriesByName(name).map(({ duration }) => duration);
      return { frames, longTasks, ages: measured('views.age'), draws: measured('transport.draw') };
    },
    /** From now on a key is waited for; then until nothing changes any more. `seen`: when each part last changed, counted from the key. */
    expectStep() {
      window.recorder.seen = new Promise((done) => {
        const onKey = (event) => {
          window.removeEventListener('keydown', onKey, true);
          watched = { begun: event.timeStamp, changed: 0, seen: parts(), pending: new Set(), changes: {}, done };
        };
        window.addEventListener('keydown', onKey, true);
      });
    },
    /** Presses a key over and over, each time once another instant is shown, and waits for all that follows in the end; how often it was another. */
    async walk(count, key) {
      const slider = document.querySelector('[data-testid=timeline]');
      let moved = 0;
      for (let i = 0; i < count; i++) {
        const before = slider.getAttribute('aria-valuenow');
        const press = () =>
          document.body.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
        press();
        const isOther = await changed(slider, 'aria-valuenow', 100);
        if (!isOther) {
          // The step before was not over yet, or there is none this way.
          await idle();
          if (slider.getAttribute('aria-valuenow') === before) {
            press();
            await task();
            await idle();
          }
        }
        if (slider.getAttribute('aria-valuenow') !== before) moved++;
      }
      await idle();
      return moved;
    },
  };
}
