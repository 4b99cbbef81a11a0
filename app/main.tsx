/**
 * Entry of the page: styles, theme, the lab's worker, then the workbench.
 */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './shell/tokens.css';
import './shell/workbench.css';
import './output/output.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLab } from './client/lab-client';
import { startTheme } from './shell/theme';
import { Workbench } from './shell/Workbench';
import { startWorkbench } from './store/workbench';

startTheme();
startLab();
startWorkbench();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Workbench />
  </StrictMode>,
);
