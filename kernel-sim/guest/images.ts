/**
 * The guest as the app carries it: headers for learners, and the images of kernel and libraries, compiled when the app
 * was built (`virtual:guest-images`, see vite.config.ts).
 */
import { packedImages } from 'virtual:guest-images';
import type { GuestImages } from './build.ts';
import { unpackImages } from './pack.ts';
import { guestSources } from './sources.ts';

export { guestSources };

export const GUEST: GuestImages = unpackImages(packedImages, guestSources);
