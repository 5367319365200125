/** One thing that does not fit: an entry whose hash is wrong, a gap, a state row that differs from its history. */
export interface ReplayFinding {
  readonly kind: string;
  readonly stream: string;
  readonly revision?: number;
  readonly fault: string;
}
