import { expect, test } from 'vitest';
import { CPU_BLOCK_BYTES, CpuField, FrameHeader, PAGE } from '../machine/layout.ts';
import { DIRTY } from '../machine/memory.ts';
import { W } from './words.ts';

test('the numbers are those of the layout', () => {
  for (const [name, offset] of Object.entries(CpuField))
    expect(W[name as keyof typeof CpuField], name).toBe(offset / 4);
  expect(W).toMatchObject({
    TLB: CPU_BLOCK_BYTES / 4,
    HEADER_FLAGS: FrameHeader.FLAGS / 4,
    HEADER_WINDOW_BYTES: FrameHeader.FLAGS / 4 + 1,
    HEADER_SP: FrameHeader.CALLER_SP / 4,
    HEADER_FP: FrameHeader.CALLER_FP / 4,
    HEADER_RETURN: FrameHeader.RETURN / 4,
    HEADER_BYTES: FrameHeader.BYTES,
    DIRTY,
    PAGE_BYTES: PAGE,
    PAGE_MASK: -PAGE,
    PAGE_OFFSET: PAGE - 1,
    OTHER_PAGE: -PAGE / 4,
  });
});
