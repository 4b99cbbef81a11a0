/** The inspector, loaded when it is first shown. */
import { lazyPart } from './lazy-part';

export const Inspector = lazyPart(() => import('./InspectorPanel'));
