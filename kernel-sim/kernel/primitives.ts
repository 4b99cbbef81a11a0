/**
 * All that the kernel carries out in TypeScript: the parts put together. A name that no part has is a type error here.
 */
import { apcPrimitives } from './dispatcher/apcs.ts';
import { dpcPrimitives } from './dispatcher/dpcs.ts';
import { schedulePrimitives } from './dispatcher/schedule.ts';
import { timerPrimitives } from './dispatcher/timers.ts';
import { waitPrimitives } from './dispatcher/waits.ts';
import { debugPrimitives } from './executive/debug.ts';
import { poolPrimitives } from './executive/pool.ts';
import { sequencedListPrimitives } from './executive/sequenced-lists.ts';
import { faultPrimitives } from './faults.ts';
import { mdlPrimitives } from './io/mdl.ts';
import { threadIrpPrimitives } from './io/thread-irps.ts';
import { ioTracePrimitives } from './io/trace.ts';
import { imagePrimitives } from './memory/images.ts';
import { systemPrimitives } from './memory/system.ts';
import { userPrimitives } from './memory/user.ts';
import { handlePrimitives } from './objects/handles.ts';
import { objectPrimitives } from './objects/objects.ts';
import type { Primitives } from './primitives.generated.ts';
import { processPrimitives } from './processes/address-space.ts';
import { sessionPrimitives } from './session.ts';

export const PRIMITIVES: Primitives = {
  ...apcPrimitives,
  ...debugPrimitives,
  ...dpcPrimitives,
  ...faultPrimitives,
  ...handlePrimitives,
  ...imagePrimitives,
  ...ioTracePrimitives,
  ...mdlPrimitives,
  ...objectPrimitives,
  ...poolPrimitives,
  ...processPrimitives,
  ...schedulePrimitives,
  ...sequencedListPrimitives,
  ...sessionPrimitives,
  ...systemPrimitives,
  ...threadIrpPrimitives,
  ...timerPrimitives,
  ...userPrimitives,
  ...waitPrimitives,
};
