/** A remote catalogue as its owner would serve it, read by the same import as a real one. */
export interface DemonstrationFeed {
  /** Key of the organisation whose catalogue it is. */
  readonly organisation: string;
  /** Address of the catalogue, as it gives it itself; the source is known by it. */
  readonly catalogue: string;
  /** What it says at each reading, the last one last. */
  readonly readings: readonly object[];
}
