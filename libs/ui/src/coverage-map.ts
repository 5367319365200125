import { Component, computed, input } from '@angular/core';

export type Box = readonly [west: number, south: number, east: number, north: number];

const width = 320;
const height = 220;

/** A step of the grid, in degrees, that gives a map of this span three to eight lines. */
export const gridStep = (span: number): number =>
  [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60].find((step) => span / step <= 9) ?? 60;

/** What a small map draws of a box: the frame around it, its rectangle on the sheet, and the lines of the grid. */
export function mapSheet([west, south, east, north]: Box) {
  const margin = Math.max(east - west, north - south, 0.02) * 0.35;
  const [left, right] = [Math.max(-180, west - margin), Math.min(180, east + margin)];
  const [bottom, top] = [Math.max(-90, south - margin), Math.min(90, north + margin)];
  // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
  const narrow = Math.max(0.2, Math.cos(((south + north) / 2) * (Math.PI / 180)));
  const scale = Math.min(width / ((right - left) * narrow), height / (top - bottom));
  const x = (longitude: number) => width / 2 + (longitude - (left + right) / 2) * narrow * scale;
  const y = (latitude: number) => height / 2 - (latitude - (bottom + top) / 2) * scale;
  const step = gridStep(Math.max(right - left, top - bottom));
  const lines = (from: number, until: number) => {
    const first = Math.ceil(from / step);
    return Array.from({ length: Math.max(0, Math.floor(until / step) - first + 1) }, (_, at) => (first + at) * step);
  };
  const [spanX, spanY] = [width / 2 / (narrow * scale), height / 2 / scale];
  const [midX, midY] = [(left + right) / 2, (bottom + top) / 2];
  return {
    rectangle: {
      x: x(west),
      y: y(north),
      width: Math.max(4, x(east) - x(west)),
      height: Math.max(4, y(south) - y(north)),
    },
    meridians: labelled(lines(midX - spanX, midX + spanX), x, ['E', 'W'], width - 50),
    parallels: labelled(lines(midY - spanY, midY + spanY), y, ['N', 'S'], height - 24),
  };
}

/** Every second line has its degrees written, where there is room for them. */
const labelled = (
  lines: readonly number[],
  place: (degree: number) => number,
  [positive, negative]: readonly [string, string],
  end: number,
) =>
  lines.map((line, index) => {
    const at = place(line);
    return { at, label: index % 2 === 1 && at > 12 && at < end ? degrees(line, positive, negative) : '' };
  });

const degrees = (value: number, positive: string, negative: string): string => {
  const rounded = Math.abs(Math.round(value * 100) / 100);
  return rounded === 0 ? '0°' : `${rounded}° ${value > 0 ? positive : negative}`;
};

/** Where data lies: its box on a sheet with a grid of degrees. The words beside it say the same. */
@Component({
  selector: 'wl-coverage-map',
  template: `<svg class="coverage-map" [attr.viewBox]="viewBox" role="img" [attr.aria-label]="label()">
    @for (line of sheet().meridians; track line.at) {
      <line class="coverage-grid" [attr.x1]="line.at" y1="0" [attr.x2]="line.at" y2="220" />
      <text class="coverage-degree" [attr.x]="line.at + 3" y="214">{{ line.label }}</text>
    }
    @for (line of sheet().parallels; track line.at) {
      <line class="coverage-grid" x1="0" [attr.y1]="line.at" x2="320" [attr.y2]="line.at" />
      <text class="coverage-degree" x="4" [attr.y]="line.at - 3">{{ line.label }}</text>
    }
    <rect
      class="coverage-box"
      [attr.x]="sheet().rectangle.x"
      [attr.y]="sheet().rectangle.y"
      [attr.width]="sheet().rectangle.width"
      [attr.height]="sheet().rectangle.height"
    />
  </svg>`,
})
export class CoverageMap {
  readonly box = input.required<Box>();
  readonly label = input.required<string>();
  protected readonly viewBox = `0 0 ${width} ${height}`;
  protected readonly sheet = computed(() => mapSheet(this.box()));
}
