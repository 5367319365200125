import type { Settings } from '#platform/config';
import type { Clock, Log } from '#platform/observability';
import type { Storage } from '#platform/storage';

/** What every controller may need of the machine; injected by this class. */
export class Platform {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly storage: Storage;
  /** Whether this installation holds the demonstration. */
  readonly demonstration: boolean;

  constructor(parts: { settings: Settings; clock: Clock; log: Log; storage: Storage; demonstration: boolean }) {
    this.settings = parts.settings;
    this.clock = parts.clock;
    this.log = parts.log;
    this.storage = parts.storage;
    this.demonstration = parts.demonstration;
  }
}
