/**
 * What tests and curious people can read of the timeline's speed, as measures of the browser (`performance.getEntriesByName`):
 * `transport.frame`, the time from one frame to the next while the timeline is dragged, zoomed or redrawn; `transport.draw`, the script time of one drawing;
 * `views.age`, the time from the moment an instant was pointed at while scrubbing to the frame in which its views were on the screen. Of each up to
 * KEPT are kept; then it begins anew.
 */
const KEPT = 4000;
/** Frames that are further apart belong to no one movement. */
const PAUSE_MS = 250;
const MOST_GOALS = 64;

const counts = new Map<string, number>();
const goals = new Map<number, number>();
let lastGoal: number | undefined;
let lastFrame = Number.NEGATIVE_INFINITY;

export function frameDrawn(frame: number, begun: number): void {
  measure('transport.draw', begun, performance.now());
  if (frame > lastFrame && frame - lastFrame < PAUSE_MS) measure('transport.frame', lastFrame, frame);
  lastFrame = frame;
}

/** An instant is pointed at. */
export function goalSet(instant: number): void {
  if (instant === lastGoal) return;
  lastGoal = instant;
  if (goals.size >= MOST_GOALS) goals.clear();
  goals.set(instant, performance.now());
}

/** The views of an instant are on the screen: what was pointed at before that will not be shown any more. */
export function viewsSeen(instant: number): void {
  const since = goals.get(instant);
  if (since === undefined) return;
  for (const [goal, time] of goals) if (time <= since) goals.delete(goal);
  if (instant === lastGoal) lastGoal = undefined;
  measure('views.age', since, performance.now());
}

/** The browser keeps every measure until it is told not to. */
function measure(name: string, start: number, end: number): void {
  const count = (counts.get(name) ?? 0) + 1;
  if (count > KEPT) performance.clearMeasures(name);
  counts.set(name, count > KEPT ? 1 : count);
  performance.measure(name, { start, end });
}
