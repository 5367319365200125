/** How much care a request takes, from what it says about people. */
export const lanes = ['A', 'B', 'C'] as const;
export type Lane = (typeof lanes)[number];

/** The words on screen for each lane. */
export const laneLabels: Record<Lane, string> = {
  A: 'Not about people',
  B: 'About people',
  C: 'Sensitive, about people',
};

export const laneAtLeast = (lane: Lane, other: Lane): boolean => lanes.indexOf(lane) >= lanes.indexOf(other);

/** The highest of several lanes; A of none. */
export const highestLane = (...several: readonly Lane[]): Lane =>
  several.reduce<Lane>((highest, lane) => (laneAtLeast(lane, highest) ? lane : highest), 'A');
