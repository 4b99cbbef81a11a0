/** The debugger's command line, loaded when it is first shown. */
import { lazyPart } from './lazy-part';

export const CommandWindow = lazyPart(() => import('./Commands'));
