/**
 * Entry of the page: styles, theme, the lab's worker, then the route.
 */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './design/tokens.css';
import './design/base.css';
import './shell/workbench.css';
import './output/output.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { clearLab, recoverLab, startLab } from './client/lab-client';
import { restoreSession } from './client/session-keeper';
import { startTheme } from './design/theme';
import { watchForSomebody } from './editor/presence';
import { registerShellActions } from './shell/actions';
import { firstPicture } from './shell/first-picture';
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
createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
