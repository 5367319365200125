import { describe, expect, test } from '@jest/globals';
import type { OrganisationProfileView } from '#organisations/contracts';
import {
  changedProfileFields,
  emptyCertificate,
  emptySignatory,
  mergeProfiles,
  profileChangeOf,
  profileModelOf,
  withoutEmptyRows,
} from './profile-model.ts';

const view: OrganisationProfileView = {
  icoNumber: 'ZA000000',
  insurance: { insurer: 'Example Mutual', expires: '2027-03-31', past: false },
  certificates: [{ name: 'Cyber Essentials', expires: '2026-01-31', past: true }],
  signatories: [{ name: 'Ada Example', position: 'Director' }],
};
const start = profileModelOf(view);

describe('what the form of a profile holds', () => {
  test('is what was filled; the rest is empty, not absent', () => {
    expect(start.insurance).toEqual({ insurer: 'Example Mutual', reference: '', expires: '2027-03-31' });
    expect(profileModelOf(undefined)).toEqual({
      ...{ registrationNumber: '', icoNumber: '', address: '' },
      insurance: { insurer: '', reference: '', expires: '' },
      certificates: [],
      signatories: [],
    });
    expect(changedProfileFields(start, profileModelOf(view))).toEqual([]);
  });

  test('is sent by the fields that changed, without what was left empty', () => {
    const now = {
      ...start,
      address: ' 1 High Street ',
      icoNumber: ' ',
      signatories: [...start.signatories, { name: 'Bob', position: 'Chair', email: 'bob@exchester.example' }],
    };
    expect(profileChangeOf(start, now)).toEqual({
      icoNumber: null,
      address: '1 High Street',
      signatories: [
        { name: 'Ada Example', position: 'Director' },
        { name: 'Bob', position: 'Chair', email: 'bob@exchester.example' },
      ],
    });
  });

  test('keeps what must be given even where it is empty, so that the service says so', () => {
    const now = {
      ...start,
      insurance: { insurer: 'Example Mutual', reference: '', expires: '' },
      certificates: [{ ...emptyCertificate, number: '7' }],
    };
    expect(profileChangeOf(start, now)).toEqual({
      insurance: { insurer: 'Example Mutual', expires: '' },
      certificates: [{ name: '', number: '7' }],
    });
    const none = { ...start, insurance: { insurer: '', reference: '', expires: ' ' } };
    expect(profileChangeOf(start, none)).toEqual({ insurance: null });
  });

  test('leaves rows out in which nothing was typed', () => {
    const now = {
      ...start,
      certificates: [emptyCertificate, ...start.certificates],
      signatories: [{ ...emptySignatory, name: ' ' }],
    };
    expect(withoutEmptyRows(now)).toEqual({ ...start, signatories: [] });
  });
});

test('what was typed outlives what another saved, which fills the other fields', () => {
  const typed = { ...start, address: 'Mine', icoNumber: 'ZA111111' };
  const saved = { ...start, address: 'Theirs', registrationNumber: '01234567' };
  expect(mergeProfiles(start, typed, saved)).toEqual({
    model: { ...saved, address: 'Mine', icoNumber: 'ZA111111' },
    both: ['address'],
  });
  expect(mergeProfiles(start, typed, { ...start, address: 'Mine' }).both).toEqual([]);
});
