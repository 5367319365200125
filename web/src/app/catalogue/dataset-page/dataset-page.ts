import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AccessBadge, Loading, Notice, formatDate, useTexts } from '#ui';
import { Session } from '../../session/session.ts';
import { describePage, PageHead } from '../../shell/page-head.ts';
import { problemOf } from '../../shell/problem.ts';
import { WholePageMessage } from '../../shell/whole-page-message.ts';
import { datasetAt } from '../catalogue-api.ts';
import { catalogueTexts, fieldLabels } from '../catalogue-texts.ts';
import { ManagePanel } from '../commands/manage-panel.ts';
import { ColumnTable } from './column-table.ts';
import { ContactCard } from './contact-card.ts';
import { Coverage } from './coverage.ts';
import { detailsOf, factsOf, paragraphs, type Words } from './dataset-facts.ts';
import { datasetTexts } from './dataset-texts.ts';
import { FactList } from './fact-list.ts';
import { FileList } from './file-list.ts';
import { NextStep } from './next-step.ts';
import { Provenance } from './provenance.ts';
import { Questions } from './questions/questions.ts';
import { RowPreview } from './row-preview.ts';
import { schemaOrgOf } from './schema-org.ts';

/** One dataset: what it is, whether and how it can be had, and what is known of it. */
@Component({
  selector: 'wl-dataset-page',
  imports: [
    AccessBadge,
    ColumnTable,
    ContactCard,
    Coverage,
    FactList,
    FileList,
    Loading,
    ManagePanel,
    NextStep,
    Notice,
    Provenance,
    Questions,
    RouterLink,
    RowPreview,
    WholePageMessage,
  ],
  templateUrl: './dataset-page.html',
})
export class DatasetPage {
  private readonly head = inject(PageHead);
  private readonly session = inject(Session);
  readonly slug = input.required<string>();
  protected readonly answer = datasetAt(this.slug);
  protected readonly t = useTexts(datasetTexts);
  protected readonly shared = useTexts(catalogueTexts);
  private readonly words: Words = { page: this.t, shared: this.shared, fields: useTexts(fieldLabels) };

  protected readonly dataset = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : undefined));
  /** Most readers look after nothing: what it takes is fetched for the others. */
  protected readonly manages = computed(() => {
    const dataset = this.dataset();
    if (!dataset) return false;
    const ours = this.session.memberships().some(({ organisation }) => organisation.id === dataset.publisher.id);
    return ours || dataset.allowedCommands.length > 0;
  });
  protected readonly facts = computed(() => factsOf(this.words, this.dataset()!));
  protected readonly details = computed(() => detailsOf(this.words, this.dataset()!));
  protected readonly description = computed(() => paragraphs(this.dataset()?.description));
  protected readonly formatDate = formatDate;

  constructor() {
    describePage(() => {
      const dataset = this.dataset();
      return (
        dataset && {
          title: dataset.title,
          description: (dataset.summary ?? dataset.description ?? `${dataset.title}, ${dataset.publisher.name}`).slice(
            0,
            300,
          ),
          ...(dataset.lifecycle === 'published' && dataset.visibility === 'everyone'
            ? { canonical: `/datasets/${dataset.slug}` }
            : {}),
          structured: schemaOrgOf(dataset, this.head.publicOrigin),
          // 410 Gone (RFC 9110, 15.5.11): search engines forget it, people read why.
          ...(dataset.lifecycle === 'withdrawn' ? { status: 410 } : {}),
        }
      );
    });
  }
}
