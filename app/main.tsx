/**
 * Entry of the page: styles, theme, the lab's worker, then the route.
 */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './design/tokens.css';
import './design/base.css';
import './shell/workbench.css';
import './output/output.css';
import { StrictMode, startTransition } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { clearLab, recoverLab, startLab } from './client/lab-client';
import { restoreSession } from './client/session-keeper';
import { startTheme } from './design/theme';
import { watchForSomebody } from './editor/presence';
import { registerShellActions } from './shell/actions';
import { afterFrame, firstPicture } from './shell/first-picture';
import { holdIdle } from './shell/idle';
import { Page } from './shell/Page';
import { showJournal } from './store/persistence-show';
import { useProject } from './store/project';

startTheme();
watchForSomebody();
registerShellActions();
showJournal();
const kept = holdIdle();
void firstPicture
  .then(startLab)
  .then(() => import('./store/persistence-page'))
  .then(({ startKeeping }) => startKeeping())
  .then(() => restoreSession(recoverLab))
  .finally(kept);
// What ran is about other files than those that are open now.
useProject.subscribe(({ project }, previous) => {
  if (project.id !== previous.project.id) clearLab();
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const page = (
  <StrictMode>
    <Page />
  </StrictMode>
);
// What index.html already shows is taken over as it is (app/prerender.tsx).
if (root.hasChildNodes()) afterFrame(() => startTransition(() => void hydrateRoot(root, page, { onRecoverableError })));
// As a transition it is rendered in slices: what is pressed meanwhile is heard.
else startTransition(() => createRoot(root).render(page));

/** Parts that are loaded after the first picture are not in it: React says so of each. */
function onRecoverableError(error: unknown): void {
  const isOnlyLater = error instanceof Error && /#419\b|did not finish this Suspense boundary/.test(error.message);
  if (!isOnlyLater) reportError(error);
}
