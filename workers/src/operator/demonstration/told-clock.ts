import type { Clock } from '#platform/observability';

/**
 * The clock of what is told: it stands at the moment of the story that is being entered, and goes on by a millisecond each
 * time somebody looks at it, so that what came later has the later id. It never passes the real one.
 */
export class ToldClock implements Clock {
  private at: number;

  constructor(private readonly real: Clock) {
    this.at = real.now().getTime();
  }

  now(): Date {
    const now = Math.min(this.at, this.real.now().getTime());
    this.at += 1;
    return new Date(now);
  }

  set(instant: string): void {
    this.at = Date.parse(instant);
  }

  /** From here on it goes with the real one. */
  catchUp(): void {
    this.at = this.real.now().getTime();
  }
}
