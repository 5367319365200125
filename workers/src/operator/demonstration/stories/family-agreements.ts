import { on } from './acts.ts';
import { handedOver, offered, recalled, revoked, signaturesAsked, signed, termsAccepted } from './agreement-acts.ts';
import type { Step } from './step.ts';

/** Handed over, ended by the owner and recalled: the university is still to answer, and to say that the data is gone. */
export const schoolHillsAgreed: readonly Step[] = [
  ...offered(on(70, '09:20'), 'steward'),
  signaturesAsked(on(68, '10:10'), 'o.adebayne'),
  signed(on(67, '11:00'), 'recipient', 'e.sandholme'),
  signed(on(66, '14:00'), 'provider', 'signatory'),
  termsAccepted(on(65, '09:45')),
  handedOver(on(64, '10:30'), 'steward', 'An encrypted stick, collected by Aled Brandreth in person.'),
  revoked(
    on(12, '16:00'),
    'o.adebayne',
    'The project published single journeys of one village: the terms do not allow that.',
  ),
  recalled(
    on(12, '16:20'),
    'o.adebayne',
    'Delete the stick and every copy, the published map of journeys too, and say who else had it.',
  ),
];

/** Signed by the trust, and waiting for the council's signatory. */
export const breakfastClubsAgreed: readonly Step[] = [
  ...offered(on(22, '09:20'), 'steward'),
  signaturesAsked(on(9, '10:10'), 'o.adebayne'),
  signed(on(8, '17:05'), 'recipient'),
];
