import { DOCUMENT, effect, inject, Injectable, REQUEST_CONTEXT, RESPONSE_INIT } from '@angular/core';
import { Meta, Title } from '@angular/platform-browser';
import { TitleStrategy } from '@angular/router';
import type { PageContext } from '../server/page-context.ts';

/** What the head of a page says to browsers and search engines. */
export interface PageDescription {
  /** Without the product's name, which is added. */
  readonly title: string;
  readonly description?: string;
  /** Path of the one address of this content; absent where the page is not to be found by search engines. */
  readonly canonical?: string;
  /** A schema.org object, put in as JSON-LD. */
  readonly structured?: object;
  /** HTTP status of the page where it is not 200. */
  readonly status?: number;
}

/** Pages name themselves from what they show, not from the table of routes. */
@Injectable({ providedIn: 'root' })
export class NoTitles extends TitleStrategy {
  override updateTitle(): void {
    // Left to PageHead: a title often comes with the page's data.
  }
}

@Injectable({ providedIn: 'root' })
export class PageHead {
  private readonly document = inject(DOCUMENT);
  private readonly title = inject(Title);
  private readonly meta = inject(Meta);
  private readonly response = inject(RESPONSE_INIT, { optional: true });
  private readonly context = inject(REQUEST_CONTEXT, { optional: true }) as PageContext | null;

  show(page: PageDescription): void {
    this.title.setTitle(page.title === 'Wayleave' ? page.title : `${page.title} – Wayleave`);
    this.setMeta('description', page.description);
    this.setMeta('robots', page.canonical === undefined ? 'noindex' : undefined);
    this.setCanonical(page.canonical);
    this.setStructured(page.structured);
    if (this.response && page.status !== undefined) this.response.status = page.status;
  }

  /** Scheme, host and port by which the public knows this installation. */
  get publicOrigin(): string {
    return this.context?.publicUrl ? new URL(this.context.publicUrl).origin : this.document.location.origin;
  }

  private setMeta(name: string, content: string | undefined): void {
    if (content === undefined) this.meta.removeTag(`name="${name}"`);
    else this.meta.updateTag({ name, content });
  }

  private setCanonical(path: string | undefined): void {
    const known = this.document.head.querySelector<HTMLLinkElement>('link[rel="canonical"]');
    if (path === undefined) return known?.remove();
    const link = known ?? this.document.head.appendChild(this.document.createElement('link'));
    link.setAttribute('rel', 'canonical');
    link.setAttribute('href', this.publicOrigin + path);
  }

  private setStructured(structured: object | undefined): void {
    this.document.getElementById('structured')?.remove();
    if (structured === undefined) return;
    const script = this.document.createElement('script');
    script.id = 'structured';
    script.type = 'application/ld+json';
    // `<` is written as an escape: no text of a dataset can close the element.
    script.textContent = JSON.stringify(structured).replaceAll('<', '\\u003c');
    this.document.head.appendChild(script);
  }
}

/** Keeps the head of the page in step with what it shows; undefined while that is not known. */
export function describePage(page: () => PageDescription | undefined): void {
  const head = inject(PageHead);
  effect(() => {
    const description = page();
    if (description) head.show(description);
  });
}
