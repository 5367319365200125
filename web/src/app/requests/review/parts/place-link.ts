import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { focusOn } from '../steps/focus-place.ts';

/** A link to a place on this page, which stands in the address; it leads there each time it is pressed. */
@Component({
  selector: 'wl-place-link',
  imports: [RouterLink],
  template: `<a [routerLink]="[]" [fragment]="place()" queryParamsHandling="preserve" (click)="lead()"
    ><ng-content
  /></a>`,
})
export class PlaceLink {
  readonly place = input.required<string>();

  protected lead(): void {
    const element = document.getElementById(this.place());
    if (element) focusOn(element);
  }
}
