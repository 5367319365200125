/** Lanes from the least to the most care, as they are coded. */
const order: readonly string[] = ['A', 'B', 'C'];

/** This lane and those above it. */
export const lanesFrom = (lane: string): readonly string[] => order.slice(order.indexOf(lane));
/** The lanes below it. */
export const lanesBelow = (lane: string): readonly string[] => order.slice(0, Math.max(0, order.indexOf(lane)));
