import { Component, computed, input } from '@angular/core';

/** One closed line of a hill: a circle whose radius swings by a few waves, the same ones for every height, so that lines never cross. */
function contourLine(centre: readonly [number, number], radius: number, seed: number): string {
  const points: string[] = [];
  for (let step = 0; step <= 72; step += 1) {
    const angle = (step / 72) * 2 * Math.PI;
    const swing =
      1 +
      0.16 * Math.sin(3 * angle + seed) +
      0.09 * Math.sin(5 * angle + 2.3 * seed) +
      0.05 * Math.cos(2 * angle - seed);
    const x = centre[0] + radius * 1.5 * swing * Math.cos(angle);
    const y = centre[1] + radius * swing * Math.sin(angle);
    points.push(`${step === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`);
  }
  return `${points.join('')}Z`;
}

/** Contour lines of a hill, each a path; every fifth is an index line, drawn stronger, as on a survey map. */
export const contourPaths = (centre: readonly [number, number], heights: number, gap: number, seed: number) =>
  Array.from({ length: heights }, (_, height) => ({
    line: contourLine(centre, gap * (height + 1), seed + height * 0.035),
    index: (height + 1) % 5 === 0,
  }));

/** Contour lines for the home page and for empty places; decoration alone. */
@Component({
  selector: 'wl-contours',
  template: `<svg
    class="contours"
    viewBox="0 0 1200 420"
    preserveAspectRatio="xMidYMid slice"
    fill="none"
    stroke="currentColor"
    aria-hidden="true"
    focusable="false"
  >
    @for (path of paths(); track $index) {
      <path [attr.d]="path.line" [attr.stroke-width]="path.index ? 1.6 : 0.8" />
    }
  </svg>`,
})
export class Contours {
  readonly seed = input(1.7);
  protected readonly paths = computed(() => [
    ...contourPaths([930, 150], 14, 22, this.seed()),
    ...contourPaths([180, 380], 9, 24, this.seed() + 2),
  ]);
}
