/** The one player of the page. */
import { PAGE_LAB } from './lesson-lab';
import { LessonPlayer } from './lesson-player';

export const player = new LessonPlayer(PAGE_LAB);
