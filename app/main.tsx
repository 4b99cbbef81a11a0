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
import { startLab } from './client/lab-client';
import { startTheme } from './design/theme';
import { registerShellActions } from './shell/actions';
import { Page } from './shell/Page';

startTheme();
startLab();
registerShellActions();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
