import { Component, input } from '@angular/core';
import type { DatasetView, DistributionView } from '#catalogue/contracts';
import { formatBytes, formatDate, Icon, useTexts } from '#ui';
import { catalogueTexts } from '../catalogue-texts.ts';
import { datasetTexts } from './dataset-texts.ts';

type Way = 'download' | 'visit';

/** Where a file or service is to be had; undefined for a reader who may not have it. */
export function wayTo(
  dataset: DatasetView,
  distribution: DistributionView,
): { readonly href: string; readonly way: Way } | undefined {
  if (distribution.stored) {
    const href = `/api/v1/datasets/${dataset.slug}/distributions/${distribution.id}/file`;
    return dataset.mayDownload ? { href, way: 'download' } : undefined;
  }
  if (distribution.downloadUrl) return { href: distribution.downloadUrl, way: 'download' };
  return distribution.accessUrl ? { href: distribution.accessUrl, way: 'visit' } : undefined;
}

@Component({
  selector: 'wl-file-list',
  imports: [Icon],
  template: `
    @if (dataset().distributions.length === 0) {
      <p class="secondary">{{ t.noFiles }}</p>
    } @else {
      <ul class="files">
        @for (file of dataset().distributions; track file.id) {
          <li class="file">
            <div class="file-words">
              <h3 class="file-title">{{ file.title ?? file.format.label }}</h3>
              <p class="file-line">
                <span class="tag">{{ file.format.label }}</span>
                @if (file.bytes) {
                  <span>{{ size(file.bytes) }}</span>
                }
                @if (file.modified) {
                  <span>{{ shared.updated }} {{ date(file.modified) }}</span>
                }
              </p>
              @if (file.description) {
                <p class="file-description">{{ file.description }}</p>
              }
            </div>
            @if (way(file); as way) {
              <a class="button button-small not-printed" [href]="way.href"
                ><wl-icon [name]="way.way" />{{ t[way.way]
                }}<span class="hidden-visually"> {{ file.title ?? file.format.label }}</span></a
              >
            } @else {
              <p class="secondary small">{{ t.onRequest }}</p>
            }
          </li>
        }
      </ul>
    }
  `,
})
export class FileList {
  readonly dataset = input.required<DatasetView>();
  protected readonly t = useTexts(datasetTexts);
  protected readonly shared = useTexts(catalogueTexts);
  protected readonly size = formatBytes;
  protected readonly date = formatDate;

  protected way(file: DistributionView) {
    return wayTo(this.dataset(), file);
  }
}
