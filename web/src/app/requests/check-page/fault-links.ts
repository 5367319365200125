import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Place } from './check-place.ts';

export interface LinkedFault {
  readonly message: string;
  readonly place?: Place | undefined;
}

/** What is missing or wrong, each leading to where it is put right. */
@Component({
  selector: 'wl-fault-links',
  imports: [RouterLink],
  template: `
    <ul>
      @for (fault of faults(); track $index) {
        <li>
          @if (fault.place; as place) {
            <a [routerLink]="['/requests', request(), ...place.path]" [fragment]="place.fragment">{{
              fault.message
            }}</a>
          } @else {
            {{ fault.message }}
          }
        </li>
      }
    </ul>
  `,
})
export class FaultLinks {
  readonly request = input.required<string>();
  readonly faults = input.required<readonly LinkedFault[]>();
}
