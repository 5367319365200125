import type { Section } from '#sharing/domain';

/** Where something that is missing is put right: below `/requests/<id>`, with the field to go to. */
export interface Place {
  readonly path: readonly string[];
  readonly fragment?: string;
}

/**
 * The place of a field as the service names it: `answers.<question>`, `basket` or `basket.<dataset>`; undefined where it is
 * on this page.
 */
export function placeOf(field: string, sections: readonly Section[]): Place | undefined {
  const [kind, id = ''] = field.split('.');
  if (kind === 'basket') return id === '' ? { path: ['data'] } : { path: ['data'], fragment: `d-${id}` };
  if (kind !== 'answers') return undefined;
  const section = sections.find(({ questions }) => questions.some((question) => question.id === id));
  return section && { path: ['sections', section.id], fragment: `q-${id}` };
}
