/**
 * What of the workbench is in front: the tabs of its four places, and which of them are folded away. Kept over visits.
 */
import { create } from 'zustand';
import type { TracePreset } from '../../kernel-sim/protocol/messages';

/** Ids are kept and named in lessons: they never change. */
export const DIAGRAMS = ['journey', 'irp', 'ioctl', 'buffers', 'driver', 'handles', 'modes', 'memory'] as const;
export type DiagramId = (typeof DIAGRAMS)[number];
/** `outcome`: how the run ended, while it ended badly. */
export type RightTab = DiagramId | 'outcome';
export type DebugTab = 'stack' | 'inspector' | 'narration';
/** `stretch`: what is marked on the timeline, while something is. */
export type BottomTab = 'console' | 'events' | 'problems' | 'command' | 'stretch';
export type Place = 'left' | 'right' | 'bottom';

interface LayoutState {
  readonly right: RightTab;
  readonly debug: DebugTab;
  readonly bottom: BottomTab;
  /** Which events the list shows. */
  readonly events: TracePreset;
  /** Folded places. */
  readonly folded: Readonly<Record<Place, boolean>>;
  /** Diagrams as text instead of as a picture. */
  readonly asText: boolean;
  /** Stack, inspector and narration leave their height to the diagrams; their tabs stay. */
  readonly isDebugFolded: boolean;
  /** One diagram over the whole page. */
  readonly isDiagramFull: boolean;
  /** Then: the debugger stands beside it, once something was inspected. */
  readonly isDebugBeside: boolean;
  readonly dialog: 'palette' | 'shortcuts' | 'tour' | undefined;
}

const KEY = 'ring-zero-lab.layout';

/** On a screen this narrow the places stand below each other, and only lesson and source are unfolded at first. */
export const NARROW = '(max-width: 700px)';
const isNarrow = typeof matchMedia === 'function' && matchMedia(NARROW).matches;

const DEFAULT: LayoutState = {
  right: 'journey',
  debug: 'stack',
  bottom: 'console',
  events: 'story',
  folded: { left: false, right: isNarrow, bottom: isNarrow },
  asText: false,
  isDebugFolded: false,
  isDiagramFull: false,
  isDebugBeside: false,
  dialog: undefined,
};

export const useLayout = create<LayoutState>(() => ({ ...DEFAULT, ...kept() }));

useLayout.subscribe(({ right, debug, bottom, events, folded, asText, isDebugFolded }) => {
  const diagram = right === 'outcome' ? DEFAULT.right : right;
  const kept = { right: diagram, debug, bottom, events, folded, asText, isDebugFolded };
  localStorage.setItem(KEY, JSON.stringify(kept));
});

export function showRight(right: RightTab): void {
  useLayout.setState(({ folded }) => ({ right, folded: { ...folded, right: false } }));
}

export function showDebug(debug: DebugTab): void {
  useLayout.setState(({ folded }) => ({
    debug,
    folded: { ...folded, right: false },
    isDebugFolded: false,
    isDebugBeside: true,
  }));
}

export function showBottom(bottom: BottomTab): void {
  useLayout.setState(({ folded }) => ({ bottom, folded: { ...folded, bottom: false } }));
}

export function toggleFolded(place: Place): void {
  useLayout.setState(({ folded }) => ({ folded: { ...folded, [place]: !folded[place] } }));
}

export function toggleAsText(): void {
  useLayout.setState(({ asText }) => ({ asText: !asText }));
}

export function toggleDebug(): void {
  useLayout.setState(({ isDebugFolded, isDebugBeside, isDiagramFull }) =>
    isDiagramFull ? { isDebugBeside: !isDebugBeside } : { isDebugFolded: !isDebugFolded },
  );
}

/** A diagram over the whole page, or the workbench again. */
export function toggleDiagramFull(): void {
  useLayout.setState(({ isDiagramFull }) => ({ isDiagramFull: !isDiagramFull, isDebugBeside: false }));
}

export function showDialog(dialog: LayoutState['dialog']): void {
  useLayout.setState({ dialog });
}

/** What an earlier visit left; whatever of it is not known any more is as if it had never been. */
function kept(): Partial<LayoutState> {
  try {
    const { right, debug, bottom, events, folded, asText, isDebugFolded } = JSON.parse(
      localStorage.getItem(KEY) ?? '{}',
    );
    return {
      ...(DIAGRAMS.includes(right) && { right }),
      ...(['stack', 'inspector', 'narration'].includes(debug) && { debug }),
      ...(['console', 'events', 'problems', 'command'].includes(bottom) && { bottom }),
      ...(['story', 'all'].includes(events) && { events }),
      ...(folded && {
        folded: { left: folded.left === true, right: folded.right === true, bottom: folded.bottom === true },
      }),
      ...(typeof asText === 'boolean' && { asText }),
      ...(typeof isDebugFolded === 'boolean' && { isDebugFolded }),
    };
  } catch {
    return {};
  }
}
