import type { RegisterEntry } from '#sharing/contracts';
import { formatDate } from '#ui';
import type { registerTexts } from './register-texts.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Days in the order in which they came. */
function datesOf(t: typeof registerTexts.en, one: RegisterEntry): string {
  const { requestedOn, decidedOn, workingDays, inForceOn, start, end, review, endedOn, endedHow } = one;
  return [
    t.requested(formatDate(requestedOn)),
    ...(decidedOn === undefined ? [] : [t.decided(formatDate(decidedOn), workingDays)]),
    t.inForce(formatDate(inForceOn)),
    t.term(formatDate(start), formatDate(end)),
    t.review(formatDate(review)),
    ...(endedOn === undefined ? [] : [t.ended(formatDate(endedOn), endedHow?.label ?? '')]),
  ].join('; ');
}

const deliveryOf = (t: typeof registerTexts.en, { firstDelivery, lastDelivery, rows }: RegisterEntry): string => {
  if (firstDelivery === undefined) return t.notDelivered;
  const days = t.delivered(formatDate(firstDelivery), formatDate(lastDelivery ?? firstDelivery));
  return rows === undefined ? days : `${days}, ${t.rows(rows)}`;
};

/** What was agreed, line by line; what nobody said has no line. */
export function factsOf(t: typeof registerTexts.en, one: RegisterEntry): readonly Fact[] {
  const lines: readonly (readonly [string, string | undefined])[] = [
    [t.reference, `${one.reference}, version ${one.version}`],
    [t.purpose, one.purposeClass?.label],
    [t.benefit, one.publicBenefit],
    [t.power, one.legalPower],
    [t.basis, one.lawfulBasis],
    [t.kind, one.kind.label],
    [t.charge, one.charge],
    [t.exclusivity, one.exclusivity],
    [t.commercial, one.commercialUse ? t.yes : t.no],
    [t.linkage, one.linkage],
    [t.method, one.method],
    [t.frequency, one.frequency],
    [t.protections, one.protections],
    [t.territory, one.territory],
    [t.retention, one.retention],
    [t.dates, datesOf(t, one)],
    [t.deliveries, deliveryOf(t, one)],
    [t.contact, one.contact],
    ...one.withheld.map(({ field, reason }) => [t.withheld, `${field} (${reason})`] as const),
  ];
  return lines.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
