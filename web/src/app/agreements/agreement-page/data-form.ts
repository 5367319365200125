import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { AgreementView } from '#sharing/contracts';
import { Dialog, useTexts } from '#ui';
import { envelopeOf } from '../acting.ts';
import { agreementTexts } from '../agreement-texts.ts';
import { agreementCommandAt } from '../agreements-api.ts';
import { RefusalList } from '../refusal-list.ts';
import { steps } from '../steps.ts';
import { dataIn, kindsOf, type Rule } from './data-rules.ts';

type Dataset = AgreementView['datasets'][number];

/** The provider says how exactly the coarser forms are made, and which rows are given. */
@Component({
  selector: 'wl-data-form',
  imports: [Dialog, RefusalList],
  templateUrl: './data-form.html',
})
export class DataForm {
  readonly agreement = input.required<AgreementView>();
  readonly dataset = input.required<Dataset | undefined>();
  readonly done = output();
  readonly closed = output();
  protected readonly t = useTexts(agreementTexts);
  protected readonly step = steps();
  protected readonly periods = ['hour', 'day', 'month', 'year'] as const;
  protected readonly totals = ['average', 'sum', 'lowest', 'highest'] as const;
  protected readonly coarser = computed(() => this.dataset()?.columns.filter(({ rule }) => rule !== undefined) ?? []);
  /** The kind chosen for each column. */
  protected readonly kinds = linkedSignal<Dataset | undefined, Readonly<Record<string, Rule['kind']>>>({
    source: this.dataset,
    computation: (dataset) =>
      Object.fromEntries(dataset?.columns.flatMap(({ id, rule }) => (rule ? [[id, rule.kind]] : [])) ?? []),
  });
  protected readonly filter = computed(() => this.dataset()?.rows[0]);

  protected kindsFor(form: string): readonly Rule['kind'][] {
    return kindsOf[form] ?? [];
  }

  protected choose(column: string, kind: string): void {
    this.kinds.update((kinds) => ({ ...kinds, [column]: kind as Rule['kind'] }));
  }

  /** What stands in a field: what the rule says, or a usual measure. */
  protected valueOf(rule: Rule | undefined, kind: Rule['kind']): string {
    if (rule?.kind !== kind)
      return { band: '10', round: '10', characters: '4', sample: '10', period: 'month', total: 'average' }[kind];
    switch (rule.kind) {
      case 'band':
        return String(rule.width);
      case 'round':
        return String(rule.to);
      case 'characters':
        return String(rule.keep);
      case 'sample':
        return String(rule.percent);
      case 'period':
        return rule.to;
      case 'total':
        return rule.of;
    }
  }

  protected values(): string {
    const filter = this.filter();
    return filter && 'is' in filter ? filter.is.join('\n') : '';
  }

  protected bound(which: 'from' | 'until'): string {
    const filter = this.filter();
    return (filter && !('is' in filter) ? filter[which] : undefined) ?? '';
  }

  protected async save(submitted: Event): Promise<void> {
    submitted.preventDefault();
    const dataset = this.dataset();
    if (!dataset) return;
    const agreement = this.agreement();
    const body = { ...envelopeOf(agreement), ...dataIn(new FormData(submitted.target as HTMLFormElement), dataset) };
    const done = await this.step.give(agreementCommandAt(agreement.id, 'set-data'), body, this.t.done);
    if (done || this.step.stale()) this.done.emit();
    if (done) this.close();
  }

  protected close(): void {
    this.step.clear();
    this.closed.emit();
  }
}
