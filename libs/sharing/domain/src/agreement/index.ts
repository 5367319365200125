export * from './agreed-data.ts';
export * from './agreement.ts';
export * from './commands.ts';
export * from './events.ts';
export * from './rights.ts';
export * from './terms-work.ts';
export * from './register-status.ts';
export * from './standings.ts';
export * from './visibility.ts';
export { agreementPossibilities, type AgreementPossibilities } from './allowed.ts';
export { decideAgreement } from './decide.ts';
export type { AgreementFacts, NamedColumns } from './deciding.ts';
export {
  draftClauses,
  namedData,
  rowsInWords,
  type DraftedClause,
  type DraftedData,
  type DraftingWords,
} from './draft-clauses.ts';
export { canonicalTerms, type TermsNames } from './canonical-terms.ts';
export { evolveAgreement } from './evolve.ts';
export { abandonedAfter, againstAgreementStep, disposalDueBy } from './guards.ts';
export { openInvitation } from './invitations.ts';
export { standingClauses } from './negotiate.ts';
export { signingLinkDead } from './refusals.ts';
export { fingerprintLength, peopleOfSigning } from './signing.ts';
