/**
 * Figures of a list of times, and how they are printed beside what was aimed at.
 */
import { cpus, loadavg } from 'node:os';

/** `median 12.3, 95th percentile 20.1, worst 44.0 ms (n = 300); aim 16.7 ms`. */
export function told(times, aim) {
  if (times.length === 0) return 'nothing was measured';
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);
  const figures = `median ${at(0.5)}, 95th percentile ${at(0.95)}, worst ${at(1)} ms (n = ${times.length})`;
  return aim === undefined ? figures : `${figures}; aim ${aim} ms`;
}

export function longTasksTold(tasks) {
  const sum = tasks.reduce((total, one) => total + one, 0);
  return tasks.length === 0 ? 'none' : `${tasks.length}, together ${sum.toFixed(0)} ms, ${told(tasks)}`;
}

/** Figures are worth as much as the computer was free. */
export function load() {
  return `${loadavg()[0].toFixed(1)} tasks compete for ${cpus().length} processors`;
}
