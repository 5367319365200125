import type { DatasetView } from '#catalogue/contracts';
import type { manageTexts } from './manage-texts.ts';

/**
 * Explains every command that this reader does not have: whose it is, or which state it needs. The server decides what is
 * allowed; these are its words for people (rights of a dataset, domain of the catalogue).
 */
export function whyNot(t: typeof manageTexts.en, dataset: DatasetView): readonly string[] {
  const has = (command: string): boolean => dataset.allowedCommands.includes(command);
  const describes = has('describe');
  const owners =
    dataset.owners.length > 0 ? t.ownersAre(dataset.owners.map((owner) => owner.name).join(', ')) : t.ownersNone;
  return [
    ...(describes ? [] : [t.whoDescribes]),
    ...(has('publish') || has('withdraw') ? [] : [t.whoPublishes]),
    ...(describes && !has('publish') && dataset.lifecycle === 'published' ? [t.publishedAlready] : []),
    ...(describes && !has('withdraw') && dataset.lifecycle !== 'published' ? [t.notPublished] : []),
    ...(has('set-access') ? [] : [`${t.whoSetsAccess} ${owners}`]),
    ...(has('assign-responsibility') ? [] : [t.whoAssigns]),
  ];
}
