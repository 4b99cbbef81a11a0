/** The stops of the tour: what is pointed at, and what is said. A stop whose part is folded away is left out. */

export interface Stop {
  /** A selector of something that is on the page in every state of it. */
  readonly target: string;
  readonly title: string;
  readonly text: string;
  readonly side: 'top' | 'right' | 'bottom' | 'left';
}

export const STOPS: readonly Stop[] = [
  {
    target: '.bar .button.is-go',
    title: 'Run',
    text: 'Builds all files and runs them on a fresh machine, from power-on. The same files and seed give the same run, to the instruction.',
    side: 'bottom',
  },
  {
    target: '.transport',
    title: 'The timeline',
    text: 'The whole run, a lane for each CPU. Drag to any instant, or step: everything else on the page follows, forwards and backwards.',
    side: 'top',
  },
  {
    target: '#source',
    title: 'Source',
    text: 'Program and driver. Edit them, set breakpoints in the margin, and see the line that is about to run.',
    side: 'right',
  },
  {
    target: '#diagrams',
    title: 'Diagrams',
    text: 'Drawn from the memory of the machine at the instant shown. Each can be read as text, too.',
    side: 'left',
  },
  {
    target: '#debugger',
    title: 'Inspector',
    text: 'Click any address, thread, request or device, anywhere. Here you see what it is, who made it, and who wrote it last.',
    side: 'left',
  },
  {
    target: '.lesson-place',
    title: 'Lessons',
    text: 'A lesson asks what you expect, runs to the moment that matters, and checks what the kernel did with your code. Start with First contact.',
    side: 'right',
  },
];
