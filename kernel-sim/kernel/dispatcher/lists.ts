/**
 * LIST_ENTRY lists in guest memory. A link that does not point back is what RtlpCheckListEntry finds: bug check 0x139, P1 = 3. Walks are
 * bounded: a list longer than any this kernel can have is corrupt, too.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { Kernel } from '../kernel.ts';
import { C } from '../layouts.generated.ts';

const MAX_LENGTH = 65536;
const FLINK = 0;
const BLINK = 8;

export function initializeList(k: Kernel, head: VirtAddr): void {
  k.mem.setPtr(head + FLINK, head);
  k.mem.setPtr(head + BLINK, head);
}

export function isListEmpty(k: Kernel, head: VirtAddr): boolean {
  return k.mem.ptr(head + FLINK) === head;
}

export function insertTail(k: Kernel, head: VirtAddr, entry: VirtAddr): void {
  const last = k.mem.ptr(head + BLINK);
  if (k.mem.ptr(last + FLINK) !== head) corrupt(k, head);
  insertBetween(k, last, entry, head);
}

export function insertHead(k: Kernel, head: VirtAddr, entry: VirtAddr): void {
  const first = k.mem.ptr(head + FLINK);
  if (k.mem.ptr(first + BLINK) !== head) corrupt(k, head);
  insertBetween(k, head, entry, first);
}

/** Before `at`, which may be the head. */
export function insertBefore(k: Kernel, at: VirtAddr, entry: VirtAddr): void {
  insertTail(k, at, entry);
}

export function removeEntry(k: Kernel, entry: VirtAddr): void {
  const next = k.mem.ptr(entry + FLINK);
  const previous = k.mem.ptr(entry + BLINK);
  if (k.mem.ptr(next + BLINK) !== entry || k.mem.ptr(previous + FLINK) !== entry) corrupt(k, entry);
  k.mem.setPtr(previous + FLINK, next);
  k.mem.setPtr(next + BLINK, previous);
}

/** The entries in order, as they are now. */
export function listEntries(k: Kernel, head: VirtAddr): VirtAddr[] {
  const entries: VirtAddr[] = [];
  for (let entry = k.mem.ptr(head + FLINK); entry !== head; entry = k.mem.ptr(entry + FLINK)) {
    if (entries.length >= MAX_LENGTH) corrupt(k, head);
    entries.push(entry);
  }
  return entries;
}

function insertBetween(k: Kernel, before: VirtAddr, entry: VirtAddr, after: VirtAddr): void {
  k.mem.setPtr(entry + FLINK, after);
  k.mem.setPtr(entry + BLINK, before);
  k.mem.setPtr(before + FLINK, entry);
  k.mem.setPtr(after + BLINK, entry);
}

function corrupt(k: Kernel, where: VirtAddr): never {
  k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, 3, where, 0, 0);
}
