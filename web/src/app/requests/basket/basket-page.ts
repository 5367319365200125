import {
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DatasetView } from '#catalogue/contracts';
import { Contours, Icon, Loading, Notice, useTexts } from '#ui';
import { datasetAt } from '../../catalogue/catalogue-api.ts';
import { Session } from '../../session/session.ts';
import { Announcer } from '../../shell/announcer.ts';
import { describePage } from '../../shell/page-head.ts';
import { problemOf, type Problem } from '../../shell/problem.ts';
import { requestsFor } from '../requests-api.ts';
import { SharingCommands } from '../sharing-commands.ts';
import { problemWords } from '../problem-words.ts';
import { requestTexts } from '../request-texts.ts';
import { Basket } from './basket.ts';
import { mostWanted, type WantedDataset } from './basket-items.ts';
import { basketTexts } from './basket-texts.ts';
import { byOwner } from './by-owner.ts';
import { DraftFiller } from './draft-filler.ts';

/** What somebody is about to ask for, by the organisations that will decide; it works without an account until it is asked. */
@Component({
  selector: 'wl-basket-page',
  imports: [Contours, Icon, Loading, Notice, RouterLink],
  templateUrl: './basket-page.html',
})
export class BasketPage {
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly commands = inject(SharingCommands);
  private readonly filler = inject(DraftFiller);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('problem');
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  /** A dataset to put in, by its slug. */
  readonly add = input<string>();
  /** The organisation to ask for, by its slug. */
  readonly for = input<string>();
  protected readonly session = inject(Session);
  protected readonly basket = inject(Basket);
  protected readonly t = useTexts(basketTexts);
  private readonly shared = useTexts(requestTexts);
  protected readonly working = signal(false);
  protected readonly refusals = signal<readonly string[]>([]);
  protected readonly addedTitle = signal<string | undefined>(undefined);
  protected readonly refused = signal<DatasetView | undefined>(undefined);
  protected readonly into = signal('');
  private readonly adding = datasetAt(this.add);
  private readonly drafts = requestsFor(() => (this.session.person() ? 'state=draft&size=100' : undefined));
  protected readonly groups = computed(() => byOwner(this.basket.items()));
  protected readonly draftList = computed(() => (this.drafts.hasValue() ? this.drafts.value().items : []));
  protected readonly isAdding = computed(() => this.add() !== undefined && this.adding.isLoading());
  protected readonly addProblem = computed(() => {
    const error = this.adding.error();
    if (!error) return undefined;
    return problemOf(error).status === 404 ? this.t.notFound : this.t.addFailed;
  });
  protected readonly full = computed(() => this.basket.count() >= mostWanted);
  protected readonly chosenOrganisation = computed(
    () => (this.session.membershipFor(this.for()) ?? this.session.memberships()[0])?.organisation.id ?? '',
  );

  constructor() {
    describePage(() => ({ title: this.t.title }));
    // In the browser alone, once the page is drawn: the server has no basket to put it into.
    afterRenderEffect(() => {
      const dataset = this.adding.hasValue() ? this.adding.value() : undefined;
      if (dataset && this.basket.known()) untracked(() => this.put(dataset));
    });
  }

  protected remove(item: WantedDataset): void {
    this.basket.remove(item.id);
    this.announcer.say(this.t.removed(item.title));
    this.heading()?.nativeElement.focus();
  }

  protected clear(): void {
    this.basket.clear();
    this.announcer.say(this.t.cleared);
  }

  protected async start(submitted: Event): Promise<void> {
    submitted.preventDefault();
    if (this.working()) return;
    const chosen = new FormData(submitted.target as HTMLFormElement);
    const datasets = this.basket.items().map(({ id }) => id);
    this.working.set(true);
    this.refusals.set([]);
    const outcome = this.into() === '' ? await this.begin(chosen, datasets) : await this.fill(datasets);
    this.working.set(false);
    if ('problem' in outcome) return this.refuse(outcome.problem);
    this.basket.clear();
    await this.router.navigate(['/requests', outcome.id]);
  }

  private async begin(chosen: FormData, datasets: string[]): Promise<{ id: string } | { problem: Problem }> {
    const organisation = String(chosen.get('behalf') ?? '');
    const body = { datasets, ...(organisation === '' ? {} : { actingFor: organisation }) };
    const answer = await this.commands.begin(body);
    return 'done' in answer ? { id: answer.done.id } : answer;
  }

  private async fill(datasets: readonly string[]): Promise<{ id: string } | { problem: Problem }> {
    const id = this.into();
    const problem = await this.filler.fill(id, datasets);
    return problem ? { problem } : { id };
  }

  private refuse(problem: Problem): void {
    const gone = problem.status === 404 && this.into() !== '';
    this.refusals.set(gone ? [this.t.draftGone] : problemWords(this.shared, problem));
    setTimeout(() => this.summary()?.nativeElement.focus());
  }

  /** Once put in, the address says so no more: reading the page again must not bring back what was removed. */
  private put(dataset: DatasetView): void {
    if (dataset.slug !== this.add() && dataset.id !== this.add()) return;
    if (dataset.nextAction.kind === 'request') {
      this.basket.add(dataset);
      if (this.basket.has(dataset.id)) this.addedTitle.set(dataset.title);
    } else this.refused.set(dataset);
    void this.router.navigate([], { queryParams: { add: null }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
