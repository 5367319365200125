import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { useTexts } from '#ui';
import { shellTexts } from './shell-texts.ts';
import { ThemeChoice, themes } from './theme.ts';

@Component({
  selector: 'wl-footer',
  imports: [RouterLink],
  template: `
    <footer class="footer not-printed">
      <div class="page footer-columns">
        <p class="footer-purpose">{{ t.purpose }}</p>
        <nav [attr.aria-label]="t.footer">
          <ul class="footer-links">
            @for (page of pages; track page) {
              <li>
                <a [routerLink]="'/' + page">{{ t[page] }}</a>
              </li>
            }
            <li>
              <a href="/catalog.jsonld">{{ t.catalogueJsonLd }}</a>
            </li>
            <li>
              <a href="/catalog.ttl">{{ t.catalogueTurtle }}</a>
            </li>
            <li>
              <a href="/api/docs">{{ t.api }}</a>
            </li>
          </ul>
        </nav>
        <fieldset class="appearance needs-script">
          <legend>{{ t.appearance }}</legend>
          @for (theme of themes; track theme) {
            <label class="check">
              <input
                type="radio"
                name="appearance"
                [value]="theme"
                [checked]="choice.theme() === theme"
                (change)="choice.choose(theme)"
              />
              <span>{{ t[theme] }}</span>
            </label>
          }
        </fieldset>
      </div>
    </footer>
  `,
})
export class Footer {
  protected readonly choice = inject(ThemeChoice);
  protected readonly t = useTexts(shellTexts);
  protected readonly themes = themes;
  protected readonly pages = ['privacy', 'accessibility', 'terms', 'cookies', 'contact', 'help'] as const;
}
