/**
 * Lines between boxes of a diagram: elements inside with `data-wire="name"` are joined as `wires` says. They are measured after every render and
 * whenever something changes its size. Decoration: the text of the boxes and the text twin say what is joined.
 */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

export interface Wire {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** Stands out: what the request in question uses. */
  readonly isStrong?: boolean;
}

interface Line {
  readonly key: string;
  readonly path: string;
  readonly isStrong: boolean;
}

interface Props {
  readonly wires: readonly Wire[];
  readonly className: string;
  readonly children: ReactNode;
}

export function Wires({ wires, className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<{ width: number; height: number; lines: readonly Line[] }>();

  useLayoutEffect(() => {
    const root = box.current;
    if (!root) return;
    const measure = () => {
      const next = measured(root, wires);
      setDrawing((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    for (const element of root.querySelectorAll('[data-wire]')) observer.observe(element);
    return () => observer.disconnect();
  });

  return (
    <div className={`wires ${className}`} ref={box}>
      {children}
      {drawing && (
        <svg className="wires-lines" width={drawing.width} height={drawing.height} aria-hidden="true">
          <defs>
            <marker
              id="wire-end"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerUnits="userSpaceOnUse"
              markerWidth="9"
              markerHeight="9"
              orient="auto"
            >
              <path d="M0 0.5 8 4 0 7.5z" fill="context-stroke" />
            </marker>
          </defs>
          {drawing.lines.map(({ key, path, isStrong }) => (
            <path key={key} className={isStrong ? 'wire is-strong' : 'wire'} d={path} markerEnd="url(#wire-end)" />
          ))}
        </svg>
      )}
    </div>
  );
}

/** Left to right where there is room between the boxes, else from below to above. */
function measured(root: HTMLElement, wires: readonly Wire[]) {
  const origin = root.getBoundingClientRect();
  const boxes = new Map<string, DOMRect>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-wire]')) {
    const rect = element.getBoundingClientRect();
    const name = element.dataset.wire ?? '';
    boxes.set(name, new DOMRect(rect.x - origin.x, rect.y - origin.y, rect.width, rect.height));
  }
  const lines = wires.flatMap(({ key, from, to, isStrong = false }) => {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    return a && b ? [{ key, path: pathBetween(a, b), isStrong }] : [];
  });
  return { width: root.scrollWidth, height: root.scrollHeight, lines };
}

function pathBetween(a: DOMRect, b: DOMRect): string {
  const round = Math.round;
  const ay = round(a.y + Math.min(a.height / 2, 16));
  const by = round(b.y + Math.min(b.height / 2, 16));
  if (b.left >= a.right) {
    const bend = round((b.left - a.right) / 2);
    return `M${round(a.right)} ${ay}C${round(a.right) + bend} ${ay} ${round(b.left) - bend} ${by} ${round(b.left)} ${by}`;
  }
  const x = round(Math.min(Math.max(a.left, b.left) + 24, a.right - 8));
  const [down, up] = [round(a.bottom), round(b.top)];
  if (up >= down) return `M${x} ${down}V${up}`;
  if (b.bottom <= a.top) return `M${x} ${round(a.top)}V${round(b.bottom)}`;
  const side = round(Math.min(a.left, b.left)) - 8;
  return `M${round(a.left)} ${ay}H${side}V${by}H${round(b.left)}`;
}
