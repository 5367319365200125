import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AskedDatasetView } from '#sharing/contracts';
import { askedSections, type BasketItem } from '#sharing/domain';
import { Loading, Notice, useTexts } from '#ui';
import { Announcer } from '../../shell/announcer.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { laneWhileWriting } from '../draft/lane-while-writing.ts';
import { questionSetsOf } from '../draft/question-sets.ts';
import { SaveStatus } from '../draft/save-status.ts';
import { readAgain, writeRequest } from '../draft/write-request.ts';
import { WritingNotices } from '../draft/writing-notices.ts';
import { leadTo, leadToFragment } from '../lead-to-fragment.ts';
import { RequestCrumbs } from '../request-crumbs.ts';
import { requestAt } from '../requests-api.ts';
import { requestTexts } from '../request-texts.ts';
import { sectionTexts } from '../section-page/section-texts.ts';
import { saysWhat } from './column-choice.ts';
import { dataTexts } from './data-texts.ts';
import { DatasetChoice } from './dataset-choice.ts';

/** What is wanted of each dataset of a request. */
@Component({
  selector: 'wl-data-page',
  imports: [DatasetChoice, Loading, Notice, RequestCrumbs, RouterLink, SaveStatus, WholePageMessage, WritingNotices],
  templateUrl: './data-page.html',
})
export class DataPage {
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  readonly id = input.required<string>();
  protected readonly t = useTexts(dataTexts);
  protected readonly shared = useTexts(requestTexts);
  protected readonly sections = useTexts(sectionTexts);
  protected readonly answer = requestAt(this.id);
  protected readonly request = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  protected readonly sets = questionSetsOf(() => this.request()?.draft?.questionSets);
  protected readonly writing = writeRequest(this.request);
  protected readonly basket = computed(() => this.writing.draft.written().basket);
  protected readonly looked = signal(false);
  protected readonly takenOut = signal<
    { readonly item: BasketItem; readonly at: number; readonly title: string } | undefined
  >(undefined);
  private readonly known = computed(
    () => new Map((this.request()?.draft?.basket ?? []).map((dataset) => [dataset.id, dataset])),
  );
  protected readonly choices = computed(() =>
    this.basket().flatMap((item) => {
      const dataset = this.known().get(item.dataset);
      return dataset ? [{ item, dataset }] : [];
    }),
  );
  protected readonly faults = computed(() => this.choices().filter(({ item }) => !saysWhat(item)));
  /** What owners ask about the whole, where it was sent back. */
  protected readonly comments = computed(() =>
    (this.request()?.cases ?? []).flatMap(({ organisation, returned }) =>
      (returned?.comments ?? [])
        .filter(({ question }) => question === '')
        .map(({ text }) => ({ organisation: organisation.name, text })),
    ),
  );

  constructor() {
    describePage(() => {
      const request = this.request();
      return request && { title: this.t.pageTitle(request.title || this.shared.untitled) };
    });
    // A colleague put in a dataset of which this page knows nothing yet.
    leadToFragment(() => this.choices().length > 0);
    readAgain(this.answer, this.writing, () => this.basket().some(({ dataset }) => !this.known().has(dataset)));
  }

  /** Asked by the router before another page is shown. */
  mayLeave(): Promise<boolean> {
    return this.writing.saving.leave();
  }

  protected change(item: BasketItem): void {
    this.writing.draft.choose(this.basket().map((one) => (one.dataset === item.dataset ? item : one)));
  }

  protected takeOut(item: BasketItem, { title }: AskedDatasetView): void {
    this.takenOut.set({ item, title, at: this.basket().indexOf(item) });
    this.writing.draft.choose(this.basket().filter((one) => one !== item));
    void this.writing.saving.flush();
    this.announcer.say(this.t.removed(title));
    this.heading()?.nativeElement.focus();
  }

  protected putBack(): void {
    const taken = this.takenOut();
    this.takenOut.set(undefined);
    if (!taken) return;
    const basket = this.basket();
    this.writing.draft.choose([...basket.slice(0, taken.at), taken.item, ...basket.slice(taken.at)]);
    void this.writing.saving.flush();
  }

  protected goOn(submitted: Event): void {
    submitted.preventDefault();
    void this.writing.saving.flush();
    if (this.faults().length === 0 || this.looked()) return this.turn();
    this.looked.set(true);
    afterNextRender(() => this.summary()?.nativeElement.focus(), { injector: this.injector });
  }

  protected turn(): void {
    const [draft, sets] = [this.request()?.draft, this.sets.value()];
    const { answers } = this.writing.draft.written();
    const first =
      draft && sets && askedSections(sets, { answers, lane: laneWhileWriting(draft, this.writing.draft.written()) })[0];
    void this.router.navigate(['/requests', this.id(), ...(first ? ['sections', first.id] : [])]);
  }

  protected leadTo(click: Event, dataset: string): void {
    click.preventDefault();
    leadTo(`d-${dataset}`);
  }
}
