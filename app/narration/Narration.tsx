/** The run told as sentences, loaded when it is first shown. */
import { lazyPart } from '../debugger/lazy-part';

export const Narration = lazyPart(() => import('./StoryPanel'));
