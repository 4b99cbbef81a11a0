/**
 * The ready queue: 32 lists and a summary bit for each that is not empty (KI_READY_QUEUE), shared by all processors. Round robin within a
 * priority: a thread goes to the tail, one that was preempted before its quantum ended to the head.
 */
import type { Kernel } from '../kernel.ts';
import { C, KI_READY_QUEUE, KTHREAD, LIST_ENTRY } from '../layouts.generated.ts';
import { initializeList, insertHead, insertTail, isListEmpty, removeEntry } from './lists.ts';

function queue(k: Kernel): KI_READY_QUEUE {
  return new KI_READY_QUEUE(k.mem, k.symbol('KiReadyQueue'));
}

export function initializeReadyQueue(k: Kernel): void {
  const { Lists } = queue(k);
  for (let i = 0; i < C.KI_PRIORITY_LEVELS; i++) initializeList(k, Lists + i * LIST_ENTRY.size);
}

export function enqueue(k: Kernel, thread: KTHREAD, atHead: boolean): void {
  const q = queue(k);
  const priority = Math.min(Math.max(thread.Priority, 0), C.KI_PRIORITY_LEVELS - 1);
  const list = q.Lists + priority * LIST_ENTRY.size;
  (atHead ? insertHead : insertTail)(k, list, thread.ReadyListEntry.va);
  q.Summary |= 1 << priority;
  q.Count += 1;
}

/** The thread that would run next; it stays queued. */
export function highestReady(k: Kernel): KTHREAD | undefined {
  const q = queue(k);
  const summary = q.Summary;
  if (summary === 0) return undefined;
  const priority = 31 - Math.clz32(summary);
  const list = q.Lists + priority * LIST_ENTRY.size;
  if (isListEmpty(k, list)) k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, 3, list, 0, 0);
  return new KTHREAD(k.mem, k.mem.ptr(list) - KTHREAD.off.ReadyListEntry);
}

/** Takes the thread that runs next. */
export function takeReady(k: Kernel): KTHREAD | undefined {
  const thread = highestReady(k);
  if (thread) dequeue(k, thread);
  return thread;
}

/** Takes a ready thread out. */
export function dequeue(k: Kernel, thread: KTHREAD): void {
  const q = queue(k);
  removeEntry(k, thread.ReadyListEntry.va);
  q.Count -= 1;
  for (let i = 0; i < C.KI_PRIORITY_LEVELS; i++) {
    if (q.Summary & (1 << i) && isListEmpty(k, q.Lists + i * LIST_ENTRY.size)) q.Summary &= ~(1 << i);
  }
}
