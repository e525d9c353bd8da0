import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A folder between the season, which names a place, and a process, which dies there once. The name stands in `armed`; whoever comes by takes
 * it, so that `reached` proves that it was there.
 */
export class Fuse {
  private readonly armed: string;
  private readonly reached: string;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    this.armed = join(folder, 'armed');
    this.reached = join(folder, 'reached');
  }

  arm(place: string): void {
    const written = join(this.folder, 'armed.new');
    writeFileSync(written, place);
    renameSync(written, this.armed);
  }

  get isReached(): boolean {
    return existsSync(this.reached);
  }

  /** Nobody dies any more, and nothing is known of whoever did. */
  disarm(): void {
    rmSync(this.armed, { force: true });
    rmSync(this.reached, { force: true });
  }

  /** Asked by the process when it is somewhere. @returns true once for a place that is armed */
  blows(place: string): boolean {
    if (!existsSync(this.armed) || readFileSync(this.armed, 'utf8') !== place) {
      return false;
    }
    renameSync(this.armed, this.reached);
    return true;
  }
}
