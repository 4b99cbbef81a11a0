/** The journey in words: all that the picture says, a line each. Pure. */
import type { Gap, Journey, JourneyStep } from './model';

export function journeyLines(journey: Journey, title: string, shown: number): readonly string[] {
  const { lanes, boundary, steps, done, result } = journey;
  const names = lanes.map(({ label }) => label);
  const lines = [
    `${title}. In user mode: ${names.slice(0, boundary).join(', ') || 'nobody'}. Behind the ring boundary, in kernel mode: ${names.slice(boundary).join(', ')}.`,
  ];
  steps.forEach((step, index) => {
    if (index === done) lines.push(hereLine(shown));
    lines.push(stepLine(step, journey));
  });
  if (done === steps.length) lines.push(hereLine(shown));
  lines.push(result);
  return lines;
}

function hereLine(shown: number): string {
  return `Here the lab stands now, at instant ${shown.toLocaleString('en')}.`;
}

function stepLine(step: JourneyStep, journey: Journey): string {
  const { at, label, note, sentence, by, gap, state, isNew } = step;
  const parts = [
    `Instant ${at.toLocaleString('en')}: ${wayOf(step, journey)}${label}${note ? `, ${note}` : ''}${by ? `, by ${by}` : ''}. ${sentence}`,
    ...(gap ? [`${gapText(gap)} since the step before.`] : []),
    ...(state === 'done' ? [] : [state === 'next' ? 'This is the next step.' : 'Not yet.']),
    ...(isNew ? ['New since the last stop.'] : []),
  ];
  return parts.join(' ');
}

function wayOf({ from, to }: JourneyStep, { lanes, boundary }: Journey): string {
  const [a, b] = [from, to].map((id) => lanes.findIndex((lane) => lane.id === id));
  if (a === b) return `in ${lanes[a]?.label}, `;
  const crosses = a < boundary !== b < boundary ? ' across the ring boundary' : '';
  return `from ${lanes[a]?.label} to ${lanes[b]?.label}${crosses}, `;
}

function gapText({ instructions, ns, quiet }: Gap): string {
  return [countText(instructions), ...(ns === undefined ? [] : [timeText(ns)]), ...(quiet ? [quiet] : [])].join(', ');
}

export function countText(instructions: number): string {
  return `${instructions.toLocaleString('en')} instruction${instructions === 1 ? '' : 's'}`;
}

/** Three digits and the unit that suits. */
export function timeText(ns: number): string {
  if (ns < 1000) return `${ns} ns`;
  const [value, unit] = ns < 1e6 ? [ns / 1e3, 'µs'] : ns < 1e9 ? [ns / 1e6, 'ms'] : [ns / 1e9, 's'];
  return `${Number(value.toPrecision(3)).toLocaleString('en')} ${unit}`;
}
