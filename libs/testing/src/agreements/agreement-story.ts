import type { Actor, PersonActor, Role } from '#kernel';
import { evolveContent } from '#ledger/domain';
import {
  agreementRight,
  agreementStandingsOf,
  agreementStateOf,
  decideAgreement,
  evolveAgreement,
  type Agreement,
  type AgreementCommand,
  type AgreementContent,
  type AgreementFacts,
  type DraftAgreement,
} from '#sharing/domain';

export const [council, kerbs, dataset, column, distance] = ['council', 'kerbs', 'dataset', 'column', 'distance'];
export const today = '2026-11-26';
export const hash = 'a'.repeat(64);

export const person = (name: string, organisation: string, ...roles: Role[]): PersonActor => ({
  kind: 'person',
  person: name,
  name,
  email: `${name}@exchester.example`,
  operator: false,
  memberships: [
    {
      id: name,
      organisation,
      organisationSlug: organisation,
      organisationName: organisation,
      roles: ['requester', ...roles],
    },
  ],
});

export const owner = person('owner', council, 'owner');
export const signatory = person('signatory', council, 'signatory');
export const adviser = person('adviser', council, 'adviser:data-protection');
export const lawyer = person('lawyer', council, 'adviser:legal');
export const asker = person('asker', kerbs);
export const theirs = person('theirs', kerbs, 'signatory');
export const machine: Actor = { kind: 'machine', name: 'schedule' };

export const drafting: DraftAgreement = {
  type: 'draft-agreement',
  id: 'agreement',
  case: 'case',
  request: 'request',
  reference: 'WL-2026-0001/1',
  kind: 'bespoke-licence',
  lane: 'A',
  provider: council,
  recipient: { person: 'asker', people: ['asker'], organisation: kerbs },
  boards: [],
  owners: [],
  datasets: [
    {
      dataset,
      whole: false,
      columns: [
        { column, form: 'as-is' },
        { column: distance, form: 'banded', rule: { kind: 'band', width: 10 } },
      ],
      rows: [],
    },
  ],
  term: { start: today, end: '2027-11-25', review: '2027-08-25' },
  title: 'Kerbs',
  clauses: [
    { id: 'parties', heading: 'Parties', text: 'The council gives to Kerbs.' },
    { id: 'data', heading: 'The data', text: 'Two columns.' },
    { id: 'audit', heading: 'Audit', text: 'Once a year.' },
    { id: 'term', heading: 'Term', text: 'A year.' },
  ],
};

export const facts: AgreementFacts = {
  today,
  holidays: new Set(),
  decisionStands: true,
  decisionFell: false,
  datasets: new Map([
    [
      dataset,
      {
        title: 'Kerbs of the city',
        columns: new Map([
          [column, 'kerb'],
          [distance, 'distance'],
          ['ward', 'ward'],
        ]),
      },
    ],
  ]),
  canonical: { terms: { reference: 'WL-2026-0001/1' }, hash },
};

/** An agreement with its words, after some commands; a refusal is kept and changes nothing. */
export interface Story {
  readonly agreement: Agreement;
  readonly content: AgreementContent;
  readonly refused?: string;
  then(actor: Actor, command: AgreementCommand, more?: Partial<AgreementFacts>): Story;
}

export function given(
  actor: Actor,
  command: AgreementCommand,
  before?: Story,
  more: Partial<AgreementFacts> = {},
): Story {
  const standings = agreementStandingsOf(actor, before?.agreement, command);
  const standing = agreementRight(command.type, agreementStateOf(before?.agreement), standings);
  const then: Story['then'] = (who, next, known) => given(who, next, story, known);
  if (standing === undefined) {
    const story: Story = {
      ...(before as Story),
      refused: 'ledger.not-allowed',
      then: (...next) => (before as Story).then(...next),
    };
    return story;
  }
  const circumstances = { actor, standing, at: `${today}T10:00:00.000Z`, facts: { ...facts, ...more } };
  const outcome = decideAgreement(command, before?.agreement, circumstances, before?.content);
  if (!outcome.ok) {
    return {
      ...(before as Story),
      refused: outcome.refusals[0]?.code ?? '',
      then: (...next) => (before as Story).then(...next),
    };
  }
  let { agreement, content } = before ?? ({} as Partial<Story>);
  for (const event of outcome.value) {
    agreement = evolveAgreement(agreement, event);
    content = evolveContent(content, event.content);
  }
  const story: Story = { agreement: agreement as Agreement, content: content as AgreementContent, then };
  return story;
}

export const drafted = given(machine, drafting);
export const offered = drafted.then(owner, { type: 'offer-terms' });
export const frozen = offered.then(owner, { type: 'ask-signatures' });
export const signedOnce = frozen.then(signatory, { type: 'sign-agreement', hash });
export const inForce = signedOnce.then(theirs, { type: 'sign-agreement', hash });
