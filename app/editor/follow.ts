/**
 * The source follows the shown instant: the tab of the learner's file it stands in comes to the front, whoever moved; inside the lab's own code, that of the
 * learner's innermost caller, or none if there is none. Who steps through everything is led into the lab's sources too. Can be switched off, and is
 * remembered. A source of the lab that is only passed by is a preview.
 */
import { create } from 'zustand';
import type { StackView } from '../../kernel-sim/protocol/views-code';
import { useFrame } from '../store/frame';
import { sameAt } from '../store/instants';
import { useLab } from '../store/lab';
import { isLearnersFile } from '../store/project';
import { showSource, showTab } from '../store/project-tabs';
import { keyOf, useViews } from '../store/views';
import { usePrefs } from '../transport/prefs';

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
    useViews.subscribe(({ at, records }, previous) => {
      if (records !== previous.records || at !== previous.at) followCaller();
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
  isCallerWanted = false;
  if (!useFollow.getState().isOn || shown?.file === undefined) return;
  if (isLearnersFile(shown.file) || usePrefs.getState().scope === 'everything') show(shown.file, shown.place);
  else {
    isCallerWanted = true;
    followCaller();
  }
}

/** The machine stands in the lab's code, and its call stack is still to come. */
let isCallerWanted = false;

/** Once the call stack of the shown instant is known. */
function followCaller(): void {
  const { shown } = useLab.getState();
  const { at, records } = useViews.getState();
  if (!isCallerWanted || !sameAt(at, shown?.at)) return;
  const record = records.get(keyOf({ kind: 'stack' }));
  const frames = record && 'frames' in record ? (record as StackView).frames : [];
  // Records may still be those of the stop before.
  if (!frames[0] || !shown?.place.startsWith(frames[0].symbol)) return;
  const own = frames.find(({ learner, file }) => learner && file !== undefined);
  if (own?.file !== undefined) {
    isCallerWanted = false;
    show(own.file, own.symbol);
  }
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
