/**
 * The two canvases of the timeline, one over the other: below what changes with the view and the run, above the shown instant and the pointer. Draws
 * at the next frame after something was said to have changed, and not otherwise.
 */
import { drawLanes, MiniMap } from './draw-lanes';
import { drawMarks } from './draw-marks';
import { drawPointer, drawRuler } from './draw-ruler';
import { type Geometry, geometryOf } from './geometry';
import type { GroupId } from './groups';
import { frameDrawn } from './measure';
import { type Palette, readPalette } from './palette';
import type { Ink, Pointer, Scene } from './scene';

/** What is drawn, without what the stage knows itself. */
export type Play = Omit<Scene, 'geometry' | 'palette'>;

interface Host {
  play(): Play;
  pointer(): Pointer;
  cpus(): number;
  groups(): readonly GroupId[];
}

export class Stage {
  geometry: Geometry = geometryOf(0, 2, []);
  #palette: Palette | undefined;
  #ratio = 1;
  readonly #map = new MiniMap();
  #isBelowDirty = false;
  #frame: number | undefined;

  constructor(
    private readonly below: HTMLCanvasElement,
    private readonly above: HTMLCanvasElement,
    private readonly host: Host,
  ) {}

  get scene(): Scene | undefined {
    const palette = this.#palette;
    return palette && { ...this.host.play(), geometry: this.geometry, palette };
  }

  /** The width, the CPUs or the groups may be others than before. */
  arrange(width: number): void {
    const geometry = geometryOf(width, this.host.cpus(), this.host.groups());
    const ratio = window.devicePixelRatio || 1;
    this.geometry = geometry;
    this.#ratio = ratio;
    for (const canvas of [this.below, this.above]) {
      const size = { width: Math.round(width * ratio), height: Math.round(geometry.height * ratio) };
      if (canvas.width === size.width && canvas.height === size.height) continue;
      canvas.width = size.width;
      canvas.height = size.height;
      canvas.style.height = `${geometry.height}px`;
    }
    this.redraw();
  }

  /** The theme is another one. */
  retheme(): void {
    this.#palette = undefined;
    this.redraw();
  }

  /** All of it. */
  redraw(): void {
    this.#isBelowDirty = true;
    this.point();
  }

  /** Only what lies above. */
  point(): void {
    this.#frame ??= requestAnimationFrame((now) => this.#draw(now));
  }

  dispose(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #draw(now: number): void {
    this.#frame = undefined;
    const begun = performance.now();
    const below = this.below.getContext('2d');
    const above = this.above.getContext('2d');
    if (!below || !above || this.geometry.width === 0) return;
    this.#palette ??= readPalette(below);
    const { scene } = this;
    if (!scene) return;
    if (this.#isBelowDirty) {
      this.#isBelowDirty = false;
      this.#begin(below);
      this.#map.draw(below, scene, this.#ratio);
      drawLanes(below, scene);
      drawMarks(below, scene);
      drawRuler(below, scene);
    }
    this.#begin(above);
    drawPointer(above, scene, this.host.pointer());
    frameDrawn(now, begun);
  }

  #begin(ink: Ink): void {
    ink.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    ink.clearRect(0, 0, this.geometry.width, this.geometry.height);
  }
}
