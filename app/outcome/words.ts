/**
 * How a run's end reads on the page: a short line for the status bar and, unless the end was a good one, a notice
 * with what is known. Pure.
 */

import type { Outcome } from '../store/lab';
import { hex32, plural } from '../words/numbers';
import { sentence } from '../words/sentence';

export type Tone = 'good' | 'plain' | 'warn' | 'fault';

export interface Notice {
  readonly title: string;
  /** What the code means or carries, in the code font. */
  readonly code: string | undefined;
  readonly paragraphs: readonly string[];
  /** Call stack or waits, one a line. */
  readonly list: readonly string[];
}

export interface OutcomeWords {
  readonly tone: Tone;
  readonly status: string;
  readonly notice: Notice | undefined;
}

export function wordsOf(outcome: Outcome): OutcomeWords {
  switch (outcome.kind) {
    case 'exit': {
      if (outcome.text !== undefined) return warn('Program not started', outcome.text, []);
      const tone = outcome.status === 0 ? 'good' : 'warn';
      return { tone, status: `Finished, exit code ${outcome.status}`, notice: undefined };
    }
    case 'stopped':
      return { tone: 'plain', status: 'Stopped by you', notice: undefined };
    case 'build-failed':
      return { tone: 'fault', status: `Build failed: ${plural(outcome.errors, 'error')}`, notice: undefined };
    case 'bugcheck': {
      const { code, name, parameters, explanation, stack } = outcome.bugcheck;
      return fault(`Bug check ${hex32(code)}`, {
        title: `Bug check ${hex32(code)}  ${name}`,
        code: parameters.map((value) => `0x${value}`).join('  '),
        paragraphs: explanation,
        list: stack,
      });
    }
    case 'limit':
      return warn('Limit reached', outcome.text, []);
    case 'hang':
      return warn('Nothing can ever run again', outcome.text, outcome.waits);
    case 'driver-failed':
      return fault('Driver failed to load', {
        title: `The driver ${outcome.driver} failed to load`,
        code: `${hex32(outcome.status)}  ${outcome.statusName}`,
        paragraphs: [sentence(outcome.text), 'No program was run.'],
        list: [],
      });
    case 'exception':
      return fault('Unhandled exception', {
        title: `Unhandled exception in ${outcome.process}`,
        code: `${hex32(outcome.code)}  ${outcome.codeName}`,
        paragraphs: [sentence(outcome.text)],
        list: [],
      });
    case 'internal':
      return fault('Error of the lab', {
        title: 'The lab itself has failed. This is our defect, not yours',
        code: undefined,
        paragraphs: [
          'Your files are safe. Run again, or change what you were doing; what stands here helps us to find it.',
        ],
        list: outcome.text.split('\n'),
      });
    case 'worker-lost':
      return fault('The machine was restarted', {
        title: 'The simulated machine had to be restarted',
        code: undefined,
        paragraphs: [
          'It was lost with its history, by a defect of the lab or because memory was short. Your files and breakpoints are safe.',
          'Run again to start it anew. If it happens again, close other browser tabs or make the run shorter.',
        ],
        list: outcome.text.split('\n'),
      });
  }
}

function fault(status: string, notice: Notice): OutcomeWords {
  return { tone: 'fault', status, notice };
}

function warn(status: string, text: string, list: readonly string[]): OutcomeWords {
  return { tone: 'warn', status, notice: { title: status, code: undefined, paragraphs: [sentence(text)], list } };
}
