/**
 * What a journey is made of: lanes (who works) and steps (what happened, from which lane to which). Types, and small words about them. Pure.
 */
import type { Meaning } from '../../design/Glyph';

export type StepKind =
  | 'call'
  | 'enter'
  | 'dispatch'
  | 'alloc'
  | 'copy-in'
  | 'copy-out'
  | 'irp-call'
  | 'irp-return'
  | 'pend'
  | 'complete'
  | 'completion'
  | 'timer'
  | 'dpc-queue'
  | 'dpc'
  | 'apc-queue'
  | 'apc'
  | 'wait'
  | 'wake'
  | 'switch'
  | 'free'
  | 'service-return'
  | 'leave'
  | 'print'
  | 'fault'
  | 'stop'
  | 'others'
  | 'fold';

/** `error`: a status that is one. `pending`: it is not over. */
export type Tone = 'plain' | 'good' | 'pending' | 'error';

export interface Lane {
  /** `app`, `ntdll`, `service`, `io`, `driver:mirror`, `interrupt`, `thread:40`. */
  readonly id: string;
  readonly label: string;
  /** Where there is little room. */
  readonly short: string;
  readonly about: string;
  readonly side: 'user' | 'kernel';
  readonly meaning: Meaning;
}

/** Where somebody who has to do with the request stands between two steps. */
export interface Standing {
  readonly actor: string;
  readonly lane: string;
  /** Its thread waits: nothing runs there. */
  readonly waits: boolean;
}

export interface Step {
  /** Of its event, so that it stays the same step while the run goes on. */
  readonly key: string;
  readonly kind: StepKind;
  /** State in which it is seen first. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly note: string;
  readonly tone: Tone;
  /** One plain sentence. */
  readonly sentence: string;
  /** Who did it, if it is not the thread of the request: `DPC on CPU 0`. */
  readonly by: string;
  /** Simulated ns, and the CPU whose clock that is. */
  readonly t: number;
  readonly cpu: number;
  /** Right after it. */
  readonly standing: readonly Standing[];
}

/** Data, not control: drawn as such. */
export function isCopy(kind: StepKind): boolean {
  return kind === 'copy-in' || kind === 'copy-out';
}

export function laneOf(id: string, process: string): Lane {
  const [kind, name = ''] = id.split(/:(.*)/);
  switch (kind) {
    case 'app':
      return lane(id, process || 'program', 'user', 'user', 'The program: code of the learner in user mode.');
    case 'ntdll':
      return lane(id, 'ntdll', 'user', 'user', 'kernel32 and ntdll: the libraries that make the system call.');
    case 'service': {
      const about = 'The system service dispatcher: looks up the service and calls it.';
      return lane(id, 'system service', 'kernel', 'kernel', about, 'service');
    }
    case 'io':
      return lane(
        id,
        'I/O manager',
        'kernel',
        'kernel',
        'The I/O manager: makes the IRP, sends it, ends it.',
        'I/O mgr',
      );
    case 'driver':
      return lane(id, name, 'kernel', 'irp', `The driver ${name}: its dispatch routines, its DPCs.`);
    case 'interrupt': {
      const about = 'What comes on top of whatever thread is there: timers, interrupts, DPCs.';
      return lane(id, 'interrupt / DPC', 'kernel', 'interrupt', about, 'DPC');
    }
    default: {
      const about = `Thread ${name}, which is not the one that made the request.`;
      return lane(id, `thread ${name}`, 'kernel', 'kernel', about, `thr ${name}`);
    }
  }
}

function lane(id: string, label: string, side: Lane['side'], meaning: Meaning, about: string, short = label): Lane {
  return { id, label, short, about, side, meaning };
}
