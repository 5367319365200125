import { describe, expect, test } from '@jest/globals';
import { accessSet, complete, draft, givenDataset, ids, published, withdrawn } from '#testing/catalogue';
import { accessLevels, type AccessLevel } from './access.ts';
import type { Description } from './description.ts';
import { nextActionFor, type NextAction } from './next-action.ts';

const file = { id: ids.file, bytes: 1, sha256: 'a'.repeat(64), mediaType: 'text/csv' };
const remote = { id: ids.distribution, format: 'csv', downloadUrl: 'https://ellermouth.example/trees.csv' };
const landingPage = 'https://ellermouth.example/trees';

interface Case {
  readonly access?: AccessLevel;
  readonly description?: Description;
  readonly mayDownload?: boolean;
  readonly addressesShown?: boolean;
  readonly stored?: boolean;
  readonly gone?: boolean;
  readonly claimed?: boolean;
  readonly signedIn?: boolean;
}

function next({
  access = 'open',
  description = {},
  mayDownload = false,
  addressesShown = mayDownload,
  stored = false,
  gone = false,
  claimed = false,
  signedIn = false,
}: Case): NextAction {
  const { dataset, content } = givenDataset(
    ...draft({ ...complete, ...description }),
    accessSet(access),
    published,
    ...(stored
      ? [{ type: 'dataset-file-attached', facts: { distribution: ids.distribution, file }, content: {} } as const]
      : []),
    ...(gone ? [withdrawn] : []),
  );
  const fileAddress = (id: string): string => `https://here.example/${id}/file`;
  return nextActionFor(dataset, content, { mayDownload, signedIn, addressesShown, claimed, fileAddress });
}

describe('the one next action', () => {
  test('with a file that is kept here is to download that', () => {
    const description = { distributions: [remote], landingPage };
    expect(next({ description, stored: true, mayDownload: true })).toMatchObject({
      kind: 'download',
      label: 'Download CSV',
      href: `https://here.example/${ids.distribution}/file`,
    });
  });

  test('with a file on the publisher’s site is to download it from there', () => {
    expect(next({ description: { distributions: [remote] }, mayDownload: true })).toMatchObject({
      kind: 'download',
      href: remote.downloadUrl,
    });
  });

  test.each(accessLevels)('never gives an address of a file to who may not have the rows: %s', (access) => {
    const { kind, href } = next({ access, description: { distributions: [remote], landingPage }, stored: true });
    expect(kind).not.toBe('download');
    expect(href).not.toBe(remote.downloadUrl);
    expect(href ?? '').not.toContain('here.example');
  });

  test.each<[AccessLevel, string]>([
    ['open', 'visit'],
    ['not-stated', 'visit'],
    ['public-with-terms', 'ask-publisher'],
    ['group', 'ask-publisher'],
    ['named', 'ask-publisher'],
    ['closed', 'not-shared'],
  ])('without a file, access “%s”, is to %s', (access, kind) => {
    expect(next({ access, description: { landingPage } }).kind).toBe(kind);
  });

  test.each<[AccessLevel, string]>([
    ['open', 'visit'],
    ['not-stated', 'visit'],
    ['public-with-terms', 'ask-publisher'],
    ['group', 'request'],
    ['named', 'request'],
    ['closed', 'not-shared'],
  ])('of an organisation that answers here, access “%s”, is to %s', (access, kind) => {
    expect(next({ access, claimed: true, description: { landingPage } }).kind).toBe(kind);
  });

  test('to request access puts the dataset into the basket', () => {
    expect(next({ access: 'named', claimed: true }).href).toMatch(/^\/basket\?add=[a-z0-9-]+$/);
  });

  test.each<AccessLevel>(['open', 'not-stated'])('goes to where it is kept only for who may know: %s', (access) => {
    const kept = 'https://ellermouth.example/where-it-is';
    const description = { distributions: [{ id: ids.distribution, format: 'csv', accessUrl: kept }] };
    expect(next({ access, description, addressesShown: true })).toMatchObject({ kind: 'visit', href: kept });
    const unseen = next({ access, description });
    expect(unseen.kind).toBe('ask-publisher');
    expect(unseen.href).not.toContain(kept);
    expect(next({ access, description: { ...description, landingPage } })).toMatchObject({ href: landingPage });
  });

  test('of a withdrawn one there is none, whatever it was', () => {
    for (const access of accessLevels)
      expect(next({ access, gone: true, mayDownload: true, description: { distributions: [remote] } })).toMatchObject({
        kind: 'not-shared',
        label: 'Withdrawn',
      });
  });

  test('to write to the publisher names the dataset, and whatever its title holds stays in the subject', () => {
    const { href } = next({ access: 'named', description: { title: 'Trees & more?&bcc=all@x.example' } });
    expect(href).toBe(
      `mailto:parks@ellermouth.example?subject=${encodeURIComponent('Data: Trees & more?&bcc=all@x.example')}`,
    );
  });

  test('without anybody to write to says so and gives no address', () => {
    const action = next({ access: 'named', description: { contact: null } });
    expect(action).toMatchObject({ kind: 'ask-publisher', label: 'Ask the publisher' });
    expect(action.href).toBeUndefined();
  });
});

describe('what anybody may have who accepts the terms', () => {
  const given = { access: 'public-with-terms', description: { distributions: [remote] }, claimed: true } as const;

  test('is accepted by whoever is signed in; others sign in first', () => {
    expect(next({ ...given, signedIn: true }).kind).toBe('accept-terms');
    expect(next(given).kind).toBe('sign-in');
  });

  test('is downloaded once that is done', () => {
    expect(next({ ...given, signedIn: true, mayDownload: true }).kind).toBe('download');
  });

  test('leads to the publisher where nobody answers for it here, or there is nothing to fetch', () => {
    expect(next({ ...given, signedIn: true, claimed: false }).kind).toBe('ask-publisher');
    expect(next({ access: 'public-with-terms', claimed: true, signedIn: true }).kind).toBe('ask-publisher');
  });
});
