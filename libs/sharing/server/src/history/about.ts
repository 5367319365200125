import { aboutInside, aboutOutside, type About } from '#ledger/server';
import type {
  Agreement,
  AgreementEvent,
  Case,
  CaseEvent,
  DatasetQuestion,
  Permission,
  SharingRequest,
} from '#sharing/domain';
import { insideOfProvider } from '../agreements/queries/describe-agreement.ts';
import { describeCaseEvent } from '../queries/describe-event.ts';

/* In whose histories events of sharing stand. Of what one side does by itself the other side's history has nothing. */

export const aboutRequest = ({ organisation, cases }: SharingRequest): readonly About[] => [
  ...aboutInside(organisation),
  ...aboutOutside(...cases.map((one) => one.organisation)),
];

export const aboutCase = ({ organisation, asker, datasets }: Case, event: CaseEvent): readonly About[] => [
  ...aboutInside(organisation, ...datasets.map(({ dataset }) => dataset)),
  ...(describeCaseEvent(event, 'requester') === undefined ? [] : aboutOutside(asker.organisation)),
];

export const aboutAgreement = (
  { provider, recipient, datasets }: Agreement,
  { type }: AgreementEvent,
): readonly About[] => [
  ...aboutInside(provider, ...datasets.map(({ dataset }) => dataset)),
  ...(insideOfProvider.has(type) ? [] : aboutOutside(recipient.organisation)),
];

export const aboutPermission = ({ provider, recipient, dataset }: Permission): readonly About[] => [
  ...aboutInside(provider, dataset),
  ...aboutOutside(recipient.organisation),
];

export const aboutQuestion = ({ dataset, publisher, organisation, asker }: DatasetQuestion): readonly About[] => [
  ...aboutInside(publisher, organisation, dataset),
  ...aboutOutside(asker.organisation),
];
