/**
 * The start of what a run printed, up to a limit: enough for what checks ask, however much a learner's loop prints. The guest writes
 * bytes (one character each in the event); the text is their UTF-8.
 */
const LIMIT = 65536;

export class RunText {
  private bytes = '';
  /** The instant of the last piece, whether it was kept or not. */
  instant: number | undefined;

  push(piece: string, instant: number): void {
    this.instant = instant;
    if (this.bytes.length < LIMIT) this.bytes = (this.bytes + piece).slice(0, LIMIT);
  }

  get text(): string {
    return new TextDecoder().decode(Uint8Array.from(this.bytes, (byte) => byte.charCodeAt(0)));
  }
}
