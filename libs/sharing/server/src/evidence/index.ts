export { Evidence, type EvidenceParts, type EvidenceRights, type SentEvidence } from './evidence.ts';
export { Evidence001 } from './evidence-001.ts';
export type { SentPart } from './evidence-intake.ts';
export { evidenceReadsOf, type EvidenceRead } from './evidence-reads.ts';
export { evidenceInUse, evidenceOf, forgetEvidenceOf, lockEvidence, type EvidenceRow } from './evidence-rows.ts';
