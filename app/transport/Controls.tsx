/**
 * The row over the timeline: where the machine stands, a button for each stop of the debugger in both directions, and menus for what is chosen once.
 * Where there is no room, buttons go and the menu of motions has them all.
 */
import {
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  CornerLeftDown,
  CornerLeftUp,
  CornerRightDown,
  CornerRightUp,
  FastForward,
  type LucideIcon,
  Pause,
  Play,
  RedoDot,
  Rewind,
  UndoDot,
} from 'lucide-react';
import { Button } from '../design/Button';
import { act, useActions } from '../store/actions';
import { useLab } from '../store/lab';
import { BookmarksMenu, BranchesMenu, EventMenu, MotionsMenu, PlayMenu, StepMenu, ViewMenu } from './Menus';
import { canMove, canPause, pauseAll } from './motions';
import { goalName, usePrefs } from './prefs';
import { useTransport } from './state';
import { useSlowMotion, Where } from './Where';

export function Controls() {
  const goal = usePrefs((state) => state.goal);
  return (
    <div className="transport-controls">
      <Where />
      <fieldset className="transport-buttons" aria-label="Moving through time">
        <Move id="time.beginning" icon={ChevronFirst} />
        <Move id="time.run-back" icon={Rewind} />
        <Move id="time.out-back" icon={CornerLeftUp} from="wide" />
        <Move id="time.into-back" icon={CornerLeftDown} from="middle" />
        <Move id="time.over-back" icon={UndoDot} />
        <PlayButtons />
        <Move id="time.over" icon={RedoDot} />
        <Move id="time.into" icon={CornerRightDown} from="middle" />
        <Move id="time.out" icon={CornerRightUp} from="wide" />
        <Move id="time.run" icon={FastForward} />
        <Move id="time.end" icon={ChevronLast} />
        <span className="transport-gap is-from-middle" />
        <Move id="time.event-back" icon={ChevronLeft} tip={`To the ${goalName(goal)} before`} from="middle" />
        <EventMenu />
        <Move id="time.event" icon={ChevronRight} tip={`To the next ${goalName(goal)}`} from="middle" />
        <span className="transport-gap is-from-wide" />
        <Move id="time.change-back" icon={ChevronLeft} from="wide" />
        <span className="transport-word is-from-wide">change</span>
        <Move id="time.change" icon={ChevronRight} from="wide" />
        <span className="transport-gap" />
        <StepMenu />
        <PlayMenu />
        <BookmarksMenu />
        <BranchesMenu />
        <ViewMenu />
        <MotionsMenu />
      </fieldset>
    </div>
  );
}

interface MoveProps {
  readonly id: string;
  readonly icon: LucideIcon;
  readonly tip?: string;
  /** Shown only where there is so much room. */
  readonly from?: 'middle' | 'wide';
}

function Move({ id, icon: Icon, tip, from }: MoveProps) {
  const action = useActions((state) => state.actions.get(id));
  const isPossible = useLab(() => action?.isAvailable?.() ?? false);
  if (!action) return null;
  return (
    <Button
      label={action.title}
      iconOnly
      look="quiet"
      size="small"
      icon={<Icon size={16} aria-hidden="true" />}
      tip={tip}
      shortcut={action.keys?.[0]}
      unavailable={!isPossible}
      className={from ? `is-from-${from}` : ''}
      onClick={() => act(id)}
    />
  );
}

/** Pause stands where Play was, whatever moves. */
function PlayButtons() {
  const playing = useTransport((state) => state.playing);
  const isRunning = useLab(({ phase, progress }) => phase === 'running' && !progress.waitsForInput);
  const isSlow = useSlowMotion() !== undefined;
  const isPossible = useLab(() => canMove('forward'));
  const isBackPossible = useLab(() => canMove('back'));
  const pauses = playing !== undefined || isRunning || isSlow;
  return (
    <>
      <Button
        label="Play backwards"
        iconOnly
        look="quiet"
        size="small"
        icon={<Play size={15} className="transport-mirrored" aria-hidden="true" />}
        pressed={playing === 'back' || undefined}
        unavailable={!isBackPossible && !pauses}
        className="is-from-middle"
        onClick={() => act('time.play-back')}
      />
      <Button
        label={pauses ? 'Pause' : 'Play'}
        iconOnly
        size="small"
        icon={
          pauses ? (
            <Pause size={15} fill="currentColor" aria-hidden="true" />
          ) : (
            <Play size={15} fill="currentColor" aria-hidden="true" />
          )
        }
        tip={pauses ? 'Pause' : 'Play, step by step'}
        shortcut={pauses ? 'Esc' : 'Space'}
        unavailable={!isPossible && !pauses}
        className="transport-play"
        onClick={() => (canPause() ? pauseAll() : act('time.play'))}
      />
    </>
  );
}
