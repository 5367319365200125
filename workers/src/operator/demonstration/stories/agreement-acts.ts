import type { Term } from '#sharing/domain';
import type { Moment } from '../loading.ts';
import type { Act, Step } from './step.ts';

type AgreementAct = Extract<Act, { does: 'agreement-command' }>;
type Side = AgreementAct['side'];

interface Doing {
  readonly moment: Moment;
  readonly by?: string;
  readonly side: Side;
}

const given = (
  { side, ...doing }: Doing,
  command: AgreementAct['command'],
  body: AgreementAct['body'] = () => ({}),
): Step => ({
  ...doing,
  act: { does: 'agreement-command', command, side, body },
});

/** The terms are drafted, dated and sent to the recipient. */
export const offered = (moment: Moment, by: string, term?: Term): readonly Step[] => [
  { moment, act: { does: 'draft-terms' } },
  ...(term === undefined ? [] : [given({ moment, by, side: 'provider' }, 'set-term', () => ({ term }))]),
  given({ moment, by, side: 'provider' }, 'offer'),
];

export const changeProposed = (
  moment: Moment,
  side: Side,
  { by, ...change }: { readonly by?: string; readonly clause: string; readonly text: string; readonly reason: string },
): Step => given({ moment, side, ...(by === undefined ? {} : { by }) }, 'propose', () => change);

/** The other side takes a proposed change. */
export const agreedTo = (moment: Moment, by: string, clause: string): Step =>
  given({ moment, by, side: 'provider' }, 'answer', () => ({ clause, accept: true }));

export const signaturesAsked = (moment: Moment, by: string): Step =>
  given({ moment, by, side: 'provider' }, 'ask-signatures');

/** Somebody signs the terms as they stand. */
export const signed = (moment: Moment, side: Side, by?: string): Step =>
  given({ moment, side, ...(by === undefined ? {} : { by }) }, 'sign', ({ hash }) => ({ hash }));

export const suspended = (moment: Moment, by: string, reason: string): Step =>
  given({ moment, by, side: 'provider' }, 'suspend', () => ({ reason }));

export const revoked = (moment: Moment, by: string, reason: string): Step =>
  given({ moment, by, side: 'provider' }, 'revoke', () => ({ reason }));

export const abandoned = (moment: Moment, side: Side, reason: string): Step =>
  given({ moment, side }, 'abandon', () => ({ reason }));

/** Whoever asked reads the terms and accepts them before the first use. */
export const termsAccepted = (moment: Moment): Step => ({
  moment,
  act: { does: 'permission-command', command: 'accept-terms', side: 'recipient', body: () => ({}) },
});

/** What is held elsewhere is handed over by the provider. */
export const handedOver = (moment: Moment, by: string, how: string): Step => ({
  moment,
  by,
  act: {
    does: 'permission-command',
    command: 'record-hand-over',
    side: 'provider',
    body: ({ delivery }) => ({ delivery, how }),
  },
});

/** All that was handed over is taken back. */
export const recalled = (moment: Moment, by: string, text: string): Step => ({
  moment,
  by,
  act: { does: 'permission-command', command: 'recall', side: 'provider', body: () => ({ text }) },
});
