import { isUuid } from '#kernel';
import type { AgreementView } from '#sharing/contracts';
import {
  abandonedAfter,
  agreementKindLabels,
  agreementPossibilities,
  agreementSideOf,
  agreementStandingsOf,
  agreementStateLabels,
  beforeForce,
  clauseOf,
  disposalDueBy,
  endingLabels,
  hasSigned,
  laneLabels,
  parties,
  permissionStatusLabels,
  proposalOf,
  standingClauses,
  statusOf,
  type Agreement,
  type AgreementFacts,
  type Party,
  type Side,
} from '#sharing/domain';
import { addressOfAgreementCommand } from '../agreement-commands.ts';
import {
  agreementById,
  permissionsOf,
  readAgreements,
  type AgreementReader,
  type AgreementReading,
  type StoredAgreement,
  type StoredPermission,
} from './agreement-reading.ts';
import { agreementStatus } from './agreement-status.ts';
import { agreementTimeline } from './agreement-timeline.ts';
import { datasetView, recipientOf } from './data-view.ts';
import { invitationsOf, knownCopies, signatureView, type KnownCopies } from './signature-views.ts';

const partyOfSide = (side: Side): Party | undefined =>
  side === 'board' ? undefined : side === 'requester' ? 'recipient' : 'provider';

/** `GET /api/v1/agreements/{id}`; undefined where there is nothing that this reader may see. */
export async function viewAgreement(reader: AgreementReader, id: string): Promise<AgreementView | undefined> {
  const stored = isUuid(id) ? await agreementById(reader.queries, id) : undefined;
  const side = stored && agreementSideOf(agreementStandingsOf(reader.actor, stored.state));
  return stored && side && agreementAsSeen(reader, stored, side);
}

/** An agreement as one side reads it; that the reader belongs there is for the caller to know. */
export async function agreementAsSeen(
  reader: AgreementReader,
  stored: StoredAgreement,
  side: Side,
): Promise<AgreementView> {
  const [reading, permissions, timeline, copies] = await Promise.all([
    readAgreements(reader, [stored]),
    permissionsOf(reader.queries, stored.id),
    agreementTimeline(reader.queries, stored.id, side),
    knownCopies(reader.queries, stored),
  ]);
  return { ...agreementHead(stored, side, reading, permissions), ...termsOf(stored, side, reading, copies), timeline };
}

/** Terms, data and signatures; while they are drafted the other side sees none of them. */
function termsOf({ id, state, content }: StoredAgreement, side: Side, reading: AgreementReading, copies: KnownCopies) {
  const hidden = state.state === 'drafting' && side === 'requester';
  const { names } = reading;
  const drafts = state.state === 'drafting' && side === 'owner';
  return {
    hidden,
    datasets: hidden ? [] : state.datasets.map((one) => datasetView(one, reading.datasets.get(one.dataset), drafts)),
    clauses: hidden ? [] : clausesOf({ id, state, content } as StoredAgreement, side),
    ...(state.hash === undefined ? {} : { hash: state.hash }),
    signatures: state.signatures.map((one) =>
      signatureView(one, { ...{ id, content, names, copies }, side: partyOfSide(side) }),
    ),
    ...invitationsOf({ state, content }, { names, today: reading.factsOf(id).today, side: partyOfSide(side) }),
  };
}

function clausesOf({ state, content }: StoredAgreement, side: Side): AgreementView['clauses'] {
  return state.clauses.map((id, index) => {
    const { heading = id, text = '' } = clauseOf(content, id) ?? {};
    const proposal = state.proposals.find(({ clause }) => clause === id);
    const words = proposal && proposalOf(content, id);
    const declined = content[`declined:${id}`] as { readonly reason?: string } | undefined;
    return {
      id,
      number: index + 1,
      heading,
      text,
      needed: standingClauses.includes(id),
      ...(proposal && {
        proposal: {
          by: proposal.by,
          mine: proposal.by === partyOfSide(side),
          ...(words?.text === undefined ? {} : { text: words.text }),
          reason: words?.reason ?? '',
        },
      }),
      ...(declined?.reason === undefined || proposal ? {} : { declined: declined.reason }),
    };
  });
}

const reasonIn = (words: unknown): string | undefined => (words as { readonly reason?: string } | undefined)?.reason;

function endsOf({ state, content }: StoredAgreement, facts: AgreementFacts) {
  const { ended, suspendedOn } = state;
  const reason = reasonIn(content['ending']);
  const disposal = content['disposal'] as { readonly statement: string } | undefined;
  const on = ended?.on ?? (state.state === 'abandoned' ? state.steppedOn : undefined);
  return {
    ...(state.state === 'suspended' && suspendedOn !== undefined
      ? { suspension: { on: suspendedOn, reason: reasonIn(content['suspension']) ?? '' } }
      : {}),
    ...(on === undefined
      ? {}
      : {
          ending: {
            ...(ended ? { how: { code: ended.how, label: endingLabels[ended.how] } } : {}),
            on,
            ...(reason === undefined ? {} : { reason }),
          },
        }),
    ...(disposal || state.state === 'disposal-due'
      ? {
          disposal: {
            ...(ended ? { dueBy: disposalDueBy(ended.on, facts.holidays) } : {}),
            ...(disposal ? { statement: disposal.statement } : {}),
          },
        }
      : {}),
    ...(beforeForce.includes(state.state) ? { abandonedAfter: abandonedAfter(state, facts.holidays) } : {}),
  };
}

/** Who loses what, and who is told, when it is suspended or ended. */
function reachOf({ recipient }: Agreement, permissions: readonly StoredPermission[], name: string) {
  const live = permissions.filter(({ state }) => state.state !== 'ended');
  const people = new Set(live.flatMap(({ state }) => state.acceptedBy)).size;
  const who = recipient.organisation === undefined ? name : `everybody at ${name} who asked or accepted the terms`;
  return {
    permissions: live.length,
    people,
    downloads: live.flatMap(({ state }) => state.deliveries).reduce((sum, { downloads }) => sum + downloads, 0),
    told: `Told at once: ${who}, and your own signatories, owners and stewards.`,
  };
}

function agreementHead(
  stored: StoredAgreement,
  side: Side,
  reading: AgreementReading,
  permissions: readonly StoredPermission[],
): Omit<AgreementView, 'timeline' | keyof ReturnType<typeof termsOf>> {
  const { id, revision, state, content } = stored;
  const facts = reading.factsOf(id);
  const provider = reading.names.organisation(state.provider);
  const recipient = recipientOf(state.recipient, reading.names);
  const { allowed, refused } = agreementPossibilities(state, { actor: reading.actor, facts });
  return {
    id,
    revision,
    reference: state.reference,
    title: content.title,
    kind: { code: state.kind, label: agreementKindLabels[state.kind] },
    state: { code: state.state, label: agreementStateLabels[state.state] },
    version: state.version,
    side,
    status: agreementStatus(state, { provider: provider.name, recipient: recipient.name }),
    lane: { code: state.lane, label: laneLabels[state.lane] },
    provider,
    recipient,
    request: { id: state.request, reference: state.reference.replace(/\/\d+$/, '') },
    case: state.case,
    term: state.term,
    permissions: permissions.map((one) => {
      const status = statusOf(one.state, facts.today);
      const title = reading.datasets.get(one.state.dataset)?.title ?? 'A dataset that is gone';
      return { id: one.id, title, status: { code: status, label: permissionStatusLabels[status] } };
    }),
    reach: reachOf(state, permissions, recipient.name),
    ...endsOf(stored, facts),
    copiesFor: allowed.includes('record-signed-copy')
      ? parties.filter((party) => !hasSigned(state, party) && (side === 'owner' || party === 'recipient'))
      : [],
    allowedCommands: allowed.flatMap((command) => addressOfAgreementCommand(command) ?? []),
    refusedCommands: refused.flatMap(({ command, code, message }) => {
      const address = addressOfAgreementCommand(command);
      return address === undefined ? [] : [{ command: address, code, message }];
    }),
  };
}
