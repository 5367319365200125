import { Component, computed, input } from '@angular/core';

/** Line drawings on a grid of 24, one path each; a shape always stands beside a word. */
const paths = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21',
  close: 'M6 6l12 12M18 6 6 18',
  information: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v6M12 7.2v.1',
  attention: 'M12 3 22 20H2L12 3ZM12 9.5v5M12 17.2v.1',
  refusal: 'M8 3h8l5 5v8l-5 5H8l-5-5V8l5-5ZM8.5 8.5l7 7M15.5 8.5l-7 7',
  pending: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2',
  done: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM7.5 12.5l3 3 6-6.5',
  download: 'M12 3v12M7 10.5l5 5 5-5M4 20h16',
  visit: 'M13 4h7v7M20 4l-9 9M17 14v6H4V7h6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c.5-4 3.5-6 8-6s7.500 2 8 6',
  edit: 'M4 20l1-4L16.500 4.500l3 3L8 19l-4 1ZM14 7l3 3',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  add: 'M12 5v14M5 12h14',
  filter: 'M4 6h16M7 12h10M10 18h4',
  open: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z',
  terms: 'M6 3h9l4 4v14H6V3ZM9 12l2.500 2.500L16 10',
  group:
    'M8.500 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2 20c.4-4 3-6 6.500-6s6 2 6.500 6M16 11a3 3 0 1 0-.5-6M18 14c2.200.6 3.700 2.600 4 6',
  named: 'M8 16a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM13 11h9M18 11v4',
  closed: 'M5 11h14v10H5V11ZM8 11V7.500a4 4 0 0 1 8 0V11',
  unknown:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.200 9.500a2.900 2.900 0 1 1 4.300 2.600c-1 .6-1.500 1-1.500 2.200M12 17.300v.1',
  source: 'M4 12h12M11 7l5 5-5 5M20 4v16',
  history: 'M4 12a8 8 0 1 0 2.500-5.800M4 4v4h4M12 8v4l3 2',
  mail: 'M3 6h18v13H3V6ZM3 7l9 7 9-7',
  basket: 'M4 9h16l-2 11H6L4 9ZM8.500 9 12 3l3.500 6M10 13v3M14 13v3',
  bell: 'M6.500 16v-5.500a5.500 5.500 0 0 1 11 0V16l2 2.500h-15l2-2.500ZM10 21.500h4',
} as const;

export type IconName = keyof typeof paths;

/** A small drawing that repeats what a word beside it says; it is hidden from assistive technology. */
@Component({
  selector: 'wl-icon',
  template: `<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path [attr.d]="path()" />
  </svg>`,
  host: { class: 'icon-host' },
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => paths[this.name()]);
}

/** Every icon there is, for the style guide. */
export const iconNames = Object.keys(paths) as readonly IconName[];
