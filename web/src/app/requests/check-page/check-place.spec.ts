import { expect, test } from '@jest/globals';
import { defaultQuestionSet } from '#sharing/domain';
import { placeOf } from './check-place.ts';

test.each([
  ['answers.title', { path: ['sections', 'purpose'], fragment: 'q-title' }],
  ['answers.personal', { path: ['sections', 'data'], fragment: 'q-personal' }],
  ['answers.unheard-of', undefined],
  ['basket', { path: ['data'] }],
  ['basket.01989d00', { path: ['data'], fragment: 'd-01989d00' }],
  ['declaration', undefined],
])('%s is put right at %j', (field, place) => expect(placeOf(field, defaultQuestionSet.sections)).toEqual(place));
