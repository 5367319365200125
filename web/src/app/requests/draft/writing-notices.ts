import { Component, computed, inject, input } from '@angular/core';
import type { AskedDatasetView } from '#sharing/contracts';
import { mergedSections, type QuestionSet } from '#sharing/domain';
import { formatInstant, Notice, useTexts } from '#ui';
import { draftTexts } from './draft-texts.ts';
import { DraftSaving } from './draft-saving.ts';
import { DraftSession } from './draft-session.ts';
import { partsOf, type Clash } from './merge-written.ts';
import { nameOfPart, textOfPart } from './part-words.ts';

/** What an earlier window kept, and what two people changed at once: both wait for a choice. */
@Component({
  selector: 'wl-writing-notices',
  imports: [Notice],
  template: `
    @if (draft.found(); as kept) {
      <wl-notice kind="pending">
        <h2>{{ t.foundTitle }}</h2>
        <p>{{ t.foundText(instant(kept.at)) }}</p>
        <p class="button-row">
          <button class="button button-primary" type="button" (click)="draft.restore()">{{ t.foundRestore }}</button>
          <button class="button" type="button" (click)="draft.forgetFound()">{{ t.foundForget }}</button>
        </p>
      </wl-notice>
    }
    @if (rows().length > 0) {
      <div role="alert">
        <wl-notice kind="attention">
          <h2>{{ t.clashTitle }}</h2>
          <p>{{ t.clashText }}</p>
          <ul class="clashes">
            @for (row of rows(); track row.clash.part) {
              <li>
                <h3>{{ row.name }}</h3>
                <dl class="clash">
                  <div>
                    <dt>{{ t.clashYours }}</dt>
                    <dd class="kept-lines">{{ row.yours || t.clashNothing }}</dd>
                    <dd>
                      <button class="button button-small" type="button" (click)="keepMine(row.clash)">
                        {{ t.keepMine }}<span class="hidden-visually">: {{ row.name }}</span>
                      </button>
                    </dd>
                  </div>
                  <div>
                    <dt>{{ t.clashTheirs }}</dt>
                    <dd class="kept-lines">{{ row.theirs || t.clashTakenAway }}</dd>
                    <dd>
                      <button class="button button-small" type="button" (click)="takeTheirs(row.clash)">
                        {{ t.takeTheirs }}<span class="hidden-visually">: {{ row.name }}</span>
                      </button>
                    </dd>
                  </div>
                </dl>
              </li>
            }
          </ul>
        </wl-notice>
      </div>
    }
  `,
})
export class WritingNotices {
  private readonly saving = inject(DraftSaving);
  protected readonly draft = inject(DraftSession);
  readonly sets = input<readonly QuestionSet[]>([]);
  readonly datasets = input<readonly AskedDatasetView[]>([]);
  protected readonly t = useTexts(draftTexts);
  protected readonly instant = formatInstant;
  private readonly names = computed(() => ({
    questions: mergedSections(this.sets()).flatMap(({ questions }) => questions),
    datasets: this.datasets(),
  }));
  protected readonly rows = computed(() => {
    const parts = partsOf(this.draft.written());
    return this.draft.clashes().map((clash) => ({
      clash,
      name: nameOfPart(this.t, clash.part, this.names()),
      yours: textOfPart(clash.part, parts.get(clash.part), this.names()),
      theirs: textOfPart(clash.part, clash.theirs, this.names()),
    }));
  });

  protected keepMine(clash: Clash): void {
    this.draft.keepMine(clash);
    void this.saving.flush();
  }

  protected takeTheirs(clash: Clash): void {
    this.draft.takeTheirs(clash);
    void this.saving.flush();
  }
}
