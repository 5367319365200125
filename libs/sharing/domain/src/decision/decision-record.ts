/**
 * What a decision puts on record beside its reasons: the fields of annex B of the ICO's data sharing code that are not known
 * from the request, the route and the advice. Codes are of the lists in `reference.ts`.
 */
export interface RecordCodes {
  /** Lawful basis of the organisation that gives the data. */
  readonly lawfulBasisOwner?: string;
  /** Lawful basis of those who get it. */
  readonly lawfulBasisRequester?: string;
  readonly specialCondition?: string;
  readonly dpiaScreening?: string;
  readonly dpiaOutcome?: string;
  /** Whether part 3 of the DPA 2018 (law enforcement) applies. */
  readonly lawEnforcement?: boolean;
}

/** The parts of the record that are said in words. */
export interface RecordWords {
  readonly legalPowerOwner?: string;
  readonly legalPowerRequester?: string;
  readonly controllerRelationship?: string;
  readonly necessity?: string;
  /** The duty of confidence and how it is met. */
  readonly confidentiality?: string;
  readonly retention?: string;
  readonly security?: string;
  readonly individualsRights?: string;
  readonly interval?: string;
  /** Not sharing is always among them. */
  readonly optionsWeighed?: string;
}
