/**
 * The source follows the shown instant: the tab of the file it stands in comes to the front, whoever moved. Can be switched off, and is remembered. A source of
 * the lab that is only passed by is a preview.
 */
import { create } from 'zustand';
import { useFrame } from '../store/frame';
import { useLab } from '../store/lab';
import { isLearnersFile } from '../store/project';
import { showSource, showTab } from '../store/project-tabs';
import { keyOf, useViews } from '../store/views';

const KEY = 'ring-zero-lab.follow';

export const useFollow = create<{ readonly isOn: boolean }>(() => ({ isOn: kept() }));

export function toggleFollow(): void {
  const isOn = !useFollow.getState().isOn;
  try {
    localStorage.setItem(KEY, String(isOn));
  } catch {
    // Not remembered then.
  }
  useFollow.setState({ isOn });
  if (isOn) followShown();
}

/** Once: from then on every stop brings its file to the front. */
export function startFollowing(): () => void {
  const stops = [
    useLab.subscribe(({ shown }, previous) => {
      if (shown && shown !== previous.shown) followShown();
    }),
    useFrame.subscribe(({ index }, previous) => {
      if (index !== previous.index && index > 0) followFrame(index);
    }),
  ];
  followShown();
  return () => {
    for (const stop of stops) stop();
  };
}

function followShown(): void {
  const { shown } = useLab.getState();
  if (!useFollow.getState().isOn || shown?.file === undefined) return;
  show(shown.file, shown.place);
}

/** A chosen frame is looked at because it was chosen, followed or not. */
function followFrame(index: number): void {
  const record = useViews.getState().records.get(keyOf({ kind: 'stack' }));
  const frame = record && 'frames' in record && 'chosen' in record ? record.frames[index] : undefined;
  if (frame?.file !== undefined) show(frame.file, frame.symbol);
}

function show(file: string, symbol: string): void {
  const image = /^([^!\s]+)!/.exec(symbol)?.[1];
  if (isLearnersFile(file)) showTab(file);
  else if (image !== undefined) showSource(image, file, { isPreview: true });
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'false';
  } catch {
    return true;
  }
}
