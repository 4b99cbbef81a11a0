/** The debugger's first tab, loaded when it is first shown. */
import { lazyPart } from './lazy-part';

export const StackPanel = lazyPart(() => import('./StackAndVariables'));
