import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { CaseCommandAddress, CaseView } from '#sharing/contracts';
import { FormFaults } from '../../catalogue/edit-page/form-faults.ts';
import { expecting } from '../../contracts/checked-answers.ts';
import { problemOf, type Fault, type Problem } from '../../shell/problem.ts';
import { caseCommandAt, caseMessagesAt, SharingCommands } from '../sharing-commands.ts';
import { caseAddress, caseFrom, referenceLists, type CasePlace } from './review-api.ts';
import { changesBetween, type CaseChanges } from './stale-changes.ts';

/** What came of an attempt to give a command. */
export type Given = 'done' | 'stale' | 'refused';

/** Why nothing was done: the service's own words, or what kept the call from it. */
export interface Refused {
  readonly kind: 'faulty' | 'forbidden' | 'offline' | 'ended' | 'failed';
  /** The service's words where it has some. */
  readonly detail?: string;
}

const refusedBy = ({ status, detail }: Problem): Refused => {
  const said = detail === undefined ? {} : { detail };
  if (status === 0) return { kind: 'offline' };
  if (status === 401) return { kind: 'ended' };
  if (status === 403 || status === 404) return { kind: 'forbidden', ...said };
  return status >= 500 || status < 0 ? { kind: 'failed' } : { kind: 'faulty', ...said };
};

/**
 * One person at work on one case: the case as it was last read, the step or action that is open, and what came of the last
 * command. It knows nothing of how the screen looks.
 */
@Injectable()
export class Review {
  private readonly http = inject(HttpClient);
  private readonly commands = inject(SharingCommands);
  private readonly faults = inject(FormFaults);
  private readonly place = signal<() => CasePlace | undefined>(() => undefined);
  private readonly answer = caseFrom(() => this.place()());
  private readonly lists = referenceLists();
  /** The case as it was last read; it stays while it is read again. */
  readonly view = linkedSignal<CaseView | undefined, CaseView | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (arrived, before) => arrived ?? before?.value,
  });
  readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  readonly reference = computed(() => (this.lists.hasValue() ? this.lists.value() : undefined));
  readonly listsFailed = computed(() => this.lists.error() !== undefined);
  /** The action that was chosen beside the step that is this reader's. */
  readonly action = signal<CaseCommandAddress | undefined>(undefined);
  /** The piece of work that was chosen where several are this reader's, or that an action is about. */
  readonly task = signal<string | undefined>(undefined);
  readonly working = signal(false);
  readonly done = signal<CaseCommandAddress | undefined>(undefined);
  readonly refused = signal<Refused | undefined>(undefined);
  readonly changes = signal<CaseChanges | undefined>(undefined);
  /** Whether the case could not be read again after a command, so that what is shown is older. */
  readonly outdated = signal(false);

  /** Says which case it is. */
  at(place: () => CasePlace): this {
    this.place.set(place);
    return this;
  }

  /** Opens an action beside the step, or closes it. */
  begin(action: CaseCommandAddress | undefined, task?: string): void {
    this.action.set(action);
    this.task.set(task);
    this.settle();
  }

  /** Takes what came of the last command off the page. */
  settle(): void {
    this.done.set(undefined);
    this.refused.set(undefined);
    this.changes.set(undefined);
    this.faults.set([]);
  }

  /** Shows what is wrong with what was typed, without asking the service. */
  fault(faults: readonly Fault[]): void {
    this.settle();
    this.faults.set(faults);
    this.refused.set({ kind: 'faulty' });
  }

  /** Gives a command on the case as it is shown. @param body what it carries beside revision and organisation */
  async give(command: CaseCommandAddress, body: object): Promise<Given> {
    const view = this.view();
    if (!view || this.working()) return 'refused';
    this.settle();
    return this.atWork(async () => {
      // A board acts for none of the two sides.
      const acting = view.side === 'owner' ? { actingFor: view.organisation.id } : {};
      const envelope = { revision: view.revision, ...acting };
      const answer = await this.commands.give(caseCommandAt(view.request.id, view.id, command), {
        ...envelope,
        ...body,
      });
      if ('problem' in answer) return this.weigh(answer.problem, view);
      await this.read();
      this.begin(undefined);
      this.done.set(command);
      return 'done';
    });
  }

  /** Writes to the requester, or a note for one's own side. @returns why it was not sent, or undefined */
  async write(kind: 'message' | 'note', text: string): Promise<Problem | undefined> {
    const view = this.view();
    if (!view) return undefined;
    const body = { text, kind, actingFor: view.organisation.id };
    const answer = await this.commands.give(caseMessagesAt(view.request.id, view.id), body);
    if ('problem' in answer) return answer.problem;
    await this.read();
    return undefined;
  }

  /** Reads the case again. @returns whether it is there */
  async read(): Promise<boolean> {
    const place = this.place()();
    if (!place) return false;
    try {
      const context = expecting('case');
      this.answer.set(await firstValueFrom(this.http.get<CaseView>(caseAddress(place), { context })));
      this.outdated.set(false);
      return true;
    } catch {
      this.outdated.set(true);
      return false;
    }
  }

  private async weigh(problem: Problem, before: CaseView): Promise<Given> {
    if (problem.status === 409 && (await this.read())) {
      const now = this.view();
      this.changes.set(now && changesBetween(before, now));
      return 'stale';
    }
    this.faults.set(problem.faults);
    this.refused.set(refusedBy(problem));
    return 'refused';
  }

  private async atWork(work: () => Promise<Given>): Promise<Given> {
    this.working.set(true);
    try {
      return await work();
    } finally {
      this.working.set(false);
    }
  }
}
