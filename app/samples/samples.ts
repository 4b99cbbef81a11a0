/**
 * The samples that a learner may start from, in the order of the menu. Each is a driver and a program; what they do
 * is tested by running them (kernel-sim/samples.test.ts).
 */
import counterApp from './counter/app.c?raw';
import counterDriver from './counter/driver.c?raw';
import laterApp from './later/app.c?raw';
import laterDriver from './later/driver.c?raw';
import mirrorApp from './mirror/app.c?raw';
import mirrorDriver from './mirror/driver.c?raw';
import nullApp from './null/app.c?raw';
import nullDriver from './null/driver.c?raw';

export type FileName = 'app.c' | 'driver.c';
export type Files = Readonly<Record<FileName, string>>;
export type SampleId = 'mirror' | 'counter' | 'later' | 'null';

interface Sample {
  /** Also the name of the driver's service: `mirror` is `\Driver\mirror`. */
  readonly id: SampleId;
  readonly title: string;
  /** What it shows, in a few words. */
  readonly about: string;
  readonly files: Files;
}

export const SAMPLES: readonly Sample[] = [
  {
    id: 'mirror',
    title: 'Mirror',
    about: 'One buffered request: text in, reversed text out',
    files: { 'app.c': mirrorApp, 'driver.c': mirrorDriver },
  },
  {
    id: 'counter',
    title: 'Counter',
    about: 'Two threads, one spin lock; without it, lost updates',
    files: { 'app.c': counterApp, 'driver.c': counterDriver },
  },
  {
    id: 'later',
    title: 'Later',
    about: 'A pending request, completed by the DPC of a timer',
    files: { 'app.c': laterApp, 'driver.c': laterDriver },
  },
  {
    id: 'null',
    title: 'Null',
    about: 'A bug on purpose: what a bug check tells',
    files: { 'app.c': nullApp, 'driver.c': nullDriver },
  },
];

export function sampleOf(id: SampleId): Sample {
  return SAMPLES.find((sample) => sample.id === id) as Sample;
}

export function isSampleId(id: unknown): id is SampleId {
  return SAMPLES.some((sample) => sample.id === id);
}
