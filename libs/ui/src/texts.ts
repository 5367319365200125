import { inject, InjectionToken } from '@angular/core';

/** Languages that the interface may be shown in; Welsh is to follow. */
export const languages = ['en', 'cy'] as const;
export type Language = (typeof languages)[number];

/** The language of this page. Each render has its own, so a page on the server may follow the reader's choice. */
export const LANGUAGE = new InjectionToken<Language>('language', { factory: () => 'en' });

/** The words of one feature: English whole, other languages as far as they are translated. */
export interface Texts<Table extends object> {
  readonly en: Table;
  readonly cy?: Partial<Table>;
}

/**
 * Declares the words of a feature, one flat table per feature; a text with parts that vary is a function of them, so that the
 * compiler checks every use.
 */
export const textTable = <Table extends object>(en: Table, others: Omit<Texts<Table>, 'en'> = {}): Texts<Table> => ({
  en,
  ...others,
});

/** The words in one language; what is not yet translated stands in English. */
export const textsIn = <Table extends object>(texts: Texts<Table>, language: Language): Table =>
  language === 'en' ? texts.en : { ...texts.en, ...texts[language] };

/** The words of a feature in the language of the page. To be called where a component is made. */
export const useTexts = <Table extends object>(texts: Texts<Table>): Table => textsIn(texts, inject(LANGUAGE));
