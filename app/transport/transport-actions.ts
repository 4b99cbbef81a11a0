/**
 * The transport's actions: names, keys, when they can be done. Buttons, tooltips, menus, palette and the sheet of keys are made from this table. Back is
 * always Alt with the key that goes forward.
 */

import type { Direction } from '../../kernel-sim/protocol/time';
import { type Action, registerActions } from '../store/actions';
import { useLab } from '../store/lab';
import { clearStretch, useStretch } from '../store/stretch';
import { canMove, canPause, pauseAll, run, step, toCall, toChange, toEnd, toEvent, togglePlay } from './motions';
import { useTransport } from './state';
import { markFromHere, markToHere, zoomToStretch } from './stretch';
import { timeline } from './timeline-store';

const ZOOM = 1.5;
const PAN = 0.2;

const forward = () => canMove('forward');
const back = () => canMove('back');
const isShown = () => useLab.getState().shown !== undefined;

function motion(
  id: string,
  title: string,
  keys: readonly string[],
  go: (way: Direction) => void,
  way: Direction,
  words = '',
): Action {
  return { id, title, group: 'Time', keys, words, run: () => go(way), isAvailable: way === 'back' ? back : forward };
}

const ACTIONS: readonly Action[] = [
  motion('time.over', 'Step over', ['F10'], (way) => step('over', way), 'forward', 'next'),
  motion('time.into', 'Step into', ['F11'], (way) => step('into', way), 'forward', 'trace'),
  motion('time.out', 'Step out', ['Shift+F11'], (way) => step('out', way), 'forward', 'finish'),
  motion('time.over-back', 'Step over, back', ['Alt+F10', 'Shift+F10'], (way) => step('over', way), 'back', 'previous'),
  motion('time.into-back', 'Step into, back', ['Alt+F11'], (way) => step('into', way), 'back', 'reverse'),
  motion('time.out-back', 'Step out to the call, back', ['Alt+Shift+F11'], (way) => step('out', way), 'back', 'caller'),
  motion('time.run', 'Run to the next breakpoint or the end', ['F8'], run, 'forward', 'continue go'),
  motion('time.run-back', 'Run back to the last breakpoint', ['Shift+F8', 'Alt+F8'], run, 'back', 'reverse continue'),
  motion('time.beginning', 'To the beginning of the run', ['Home'], toEnd, 'back', 'boot start'),
  motion('time.end', 'To the end of the run', ['End'], toEnd, 'forward', 'last'),
  motion('time.event', 'To the next event', [']'], (way) => toEvent(way), 'forward'),
  motion('time.event-back', 'To the event before', ['['], (way) => toEvent(way), 'back', 'previous'),
  motion('time.change', 'To the next visible change', ['.'], toChange, 'forward', 'diagram'),
  motion('time.change-back', 'To the visible change before', [','], toChange, 'back', 'previous diagram'),
  motion('time.call', 'To the next call', [], (way) => toCall('call', way), 'forward'),
  motion('time.call-back', 'To the call before', [], (way) => toCall('call', way), 'back'),
  motion('time.return', 'To the next return', [], (way) => toCall('return', way), 'forward'),
  motion('time.return-back', 'To the return before', [], (way) => toCall('return', way), 'back'),
  {
    // The key is listened to in space-key.ts: held, it pans the timeline.
    ...{ id: 'time.play', title: 'Play or pause', group: 'Time', keys: ['Space'], words: 'animate walk' },
    run: () => togglePlay('forward'),
    isAvailable: () => canPause() || forward(),
  },
  {
    ...{ id: 'time.play-back', title: 'Play backwards', group: 'Time', words: 'rewind reverse' },
    run: () => togglePlay('back'),
    isAvailable: () => canPause() || back(),
  },
  {
    // Escape itself is for whatever lies over the page first (space-key.ts).
    ...{ id: 'time.pause', title: 'Pause what moves', group: 'Time', keys: ['Esc'], words: 'stop break' },
    run: pauseAll,
    isAvailable: canPause,
  },
  {
    ...{
      id: 'time.go',
      title: 'Go to an instant, an event or a place',
      group: 'Time',
      keys: ['G'],
      words: 'jump seek',
    },
    run: () => useTransport.setState({ dialog: 'go' }),
    isAvailable: isShown,
  },
  {
    ...{ id: 'time.bookmark', title: 'Bookmark the shown instant', group: 'Time', keys: ['B'], words: 'name mark' },
    run: () => useTransport.setState({ dialog: 'bookmark' }),
    isAvailable: isShown,
  },
  {
    ...{ id: 'time.zoom-in', title: 'Timeline: zoom in', group: 'View', keys: ['W'] },
    run: () => timeline.zoom(ZOOM, centre()),
  },
  {
    ...{ id: 'time.zoom-out', title: 'Timeline: zoom out', group: 'View', keys: ['S'] },
    run: () => timeline.zoom(1 / ZOOM, centre()),
  },
  { ...{ id: 'time.pan-left', title: 'Timeline: earlier', group: 'View', keys: ['A'] }, run: () => timeline.pan(-PAN) },
  { ...{ id: 'time.pan-right', title: 'Timeline: later', group: 'View', keys: ['D'] }, run: () => timeline.pan(PAN) },
  {
    ...{ id: 'time.fit', title: 'Timeline: the whole run', group: 'View', words: 'fit zoom all' },
    run: () => timeline.fit(),
  },
  {
    id: 'stretch.from',
    title: 'Mark a stretch: it begins at the shown instant',
    group: 'View',
    keys: ['I'],
    words: 'select range in',
    run: markFromHere,
    isAvailable: isShown,
  },
  {
    id: 'stretch.to',
    title: 'Mark a stretch: it ends at the shown instant',
    group: 'View',
    keys: ['O'],
    words: 'select range out',
    run: markToHere,
    isAvailable: isShown,
  },
  {
    id: 'stretch.zoom',
    title: 'Timeline: zoom to the stretch, or to the whole run',
    group: 'View',
    keys: ['F'],
    words: 'focus selection',
    run: zoomToStretch,
    isAvailable: isShown,
  },
  {
    // Escape itself is for whatever lies over the page first (space-key.ts).
    id: 'stretch.clear',
    title: 'Unmark the stretch',
    group: 'View',
    keys: ['Esc'],
    words: 'deselect clear',
    run: clearStretch,
    isAvailable: () => useStretch.getState().marked !== undefined,
  },
];

/** Those that the menu of motions lists. */
export const MOTIONS: readonly Action[] = ACTIONS.filter(({ group }) => group === 'Time');

export function registerTransportActions(): void {
  registerActions(ACTIONS);
}

/** The shown instant, if it is in view; else the middle of the view. */
function centre(): number {
  const { from, to } = timeline.span;
  const at = useLab.getState().shown?.at.instant;
  return at !== undefined && at >= from && at <= to ? at : (from + to) / 2;
}
