import { afterRenderEffect, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { FormFaults } from '../../catalogue/edit-page/form-faults.ts';
import { formatInstant, Loading, Notice, useTexts } from '#ui';
import { Session } from '../../session/session.ts';
import { Announcer } from '../../shell/announcer.ts';
import { CurrentPage } from '../../shell/current-page.ts';
import { describePage } from '../../shell/page-head.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { AnswerList } from './parts/answer-list.ts';
import { AskedData } from './parts/asked-data.ts';
import { CaseAdvice } from './parts/case-advice.ts';
import { CaseDifferences } from './parts/case-differences.ts';
import { CaseFlags } from './parts/case-flags.ts';
import { CasePrecedents } from './parts/case-precedents.ts';
import { CaseSample } from './parts/case-sample.ts';
import { CaseStatus } from './parts/case-status.ts';
import { CaseTalk } from './parts/case-talk.ts';
import { CaseTasks } from './parts/case-tasks.ts';
import { CaseTimeline } from './parts/case-timeline.ts';
import { DecisionRecord } from './parts/decision-record.ts';
import { PlaceLink } from './parts/place-link.ts';
import { RequesterCard } from './parts/requester-card.ts';
import { partsOf } from './parts-of.ts';
import { Review } from './review.ts';
import { reviewTexts } from './review-texts.ts';
import { focusOn } from './steps/focus-place.ts';
import { StepPanel } from './steps/step-panel.ts';
import { Typing } from './typing.ts';

/** One case on one screen: the answers left, and on the right all that is needed to decide. */
@Component({
  selector: 'wl-review-case',
  imports: [
    AnswerList,
    AskedData,
    CaseAdvice,
    CaseDifferences,
    CaseFlags,
    CasePrecedents,
    CaseSample,
    CaseStatus,
    CaseTalk,
    CaseTasks,
    CaseTimeline,
    DecisionRecord,
    Loading,
    Notice,
    PlaceLink,
    RequesterCard,
    RouterLink,
    StepPanel,
    WholePageMessage,
  ],
  providers: [FormFaults, Review, Typing],
  templateUrl: './review-case.html',
  host: { '(window:beforeunload)': 'warnBeforeUnload($event)' },
})
export class ReviewCase {
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);
  private readonly page = inject(CurrentPage);
  private readonly reached = signal<string | undefined>(undefined);
  readonly request = input.required<string>();
  readonly case = input.required<string>();
  protected readonly review = inject(Review).at(() => ({ request: this.request(), case: this.case() }));
  protected readonly typing = inject(Typing);
  protected readonly t = useTexts(reviewTexts);
  protected readonly instant = formatInstant;
  protected readonly view = this.review.view;
  protected readonly owner = computed(() => this.view()?.side === 'owner');
  protected readonly parts = computed(() => {
    const view = this.view();
    return view ? partsOf(view) : [];
  });

  constructor() {
    describePage(() => {
      const view = this.view();
      return view && { title: this.t.title(view.request.reference, view.request.title) };
    });
    afterRenderEffect(() => {
      const person = this.session.person()?.id;
      if (this.view() && person !== undefined) this.typing.open(person, this.case());
    });
    // An address with a place in it leads there once the place is drawn, also where it is folded away.
    afterRenderEffect(() => {
      const fragment = this.page.address().split('#')[1];
      if (!this.view() || fragment === undefined || fragment === this.reached()) return;
      this.reached.set(fragment);
      const element = document.getElementById(fragment);
      if (element) focusOn(element);
    });
  }

  protected throwAway(): void {
    this.typing.forgetAll();
    this.announcer.say(this.t.restoredForgotten);
  }

  /** What the browser keeps needs no question; where it keeps nothing, it asks before the window goes. */
  protected warnBeforeUnload(event: BeforeUnloadEvent): void {
    if (!this.typing.kept() && this.typing.names().length > 0) event.preventDefault();
  }
}
