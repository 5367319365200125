/**
 * Lists that decisions choose from. They are reference data with the law as it stood on the date given; an information-rights
 * officer can change them, and none of it is legal advice. A code once used is never taken away, only closed to new use.
 */
export interface ReferenceTerm {
  readonly code: string;
  readonly label: string;
  /** Where it is written. */
  readonly source?: string;
}

export const referenceListsAsOf = '2026-02-05';

/** UK GDPR, article 6(1), with the recognised legitimate interests of the Data (Use and Access) Act 2025. */
export const lawfulBases: readonly ReferenceTerm[] = [
  { code: 'consent', label: 'Consent', source: 'UK GDPR art. 6(1)(a)' },
  { code: 'contract', label: 'Contract with the person', source: 'UK GDPR art. 6(1)(b)' },
  { code: 'legal-obligation', label: 'Legal obligation', source: 'UK GDPR art. 6(1)(c)' },
  { code: 'vital-interests', label: 'Vital interests', source: 'UK GDPR art. 6(1)(d)' },
  { code: 'public-task', label: 'Public task', source: 'UK GDPR art. 6(1)(e)' },
  { code: 'recognised-interest', label: 'Recognised legitimate interest', source: 'UK GDPR art. 6(1)(ea)' },
  { code: 'legitimate-interests', label: 'Legitimate interests', source: 'UK GDPR art. 6(1)(f)' },
];

/** Conditions for special category and for criminal offence data. */
export const specialConditions: readonly ReferenceTerm[] = [
  { code: 'explicit-consent', label: 'Explicit consent', source: 'UK GDPR art. 9(2)(a)' },
  { code: 'employment', label: 'Employment, social security, social protection', source: 'UK GDPR art. 9(2)(b)' },
  { code: 'vital-interests', label: 'Vital interests', source: 'UK GDPR art. 9(2)(c)' },
  { code: 'made-public', label: 'Made public by the person', source: 'UK GDPR art. 9(2)(e)' },
  { code: 'legal-claims', label: 'Legal claims', source: 'UK GDPR art. 9(2)(f)' },
  {
    code: 'substantial-public-interest',
    label: 'Substantial public interest',
    source: 'UK GDPR art. 9(2)(g); DPA 2018 sch. 1',
  },
  { code: 'health-or-social-care', label: 'Health or social care', source: 'UK GDPR art. 9(2)(h)' },
  { code: 'public-health', label: 'Public health', source: 'UK GDPR art. 9(2)(i)' },
  { code: 'research', label: 'Archiving, research, statistics', source: 'UK GDPR art. 9(2)(j)' },
  { code: 'criminal-offence', label: 'Criminal offence data, by law', source: 'UK GDPR art. 10; DPA 2018 sch. 1' },
];

/** Why data is not given. */
export const refusalGrounds: readonly ReferenceTerm[] = [
  { code: 'personal-data', label: 'It would not be fair or lawful to the people in the data' },
  { code: 'no-legal-power', label: 'No legal power allows it' },
  { code: 'confidentiality', label: 'A duty of confidence stands against it' },
  { code: 'commercial-interests', label: 'It would harm somebody’s commercial interests' },
  { code: 'security', label: 'It would put safety or security at risk' },
  { code: 'third-party-rights', label: 'Others hold rights in the data' },
  { code: 'incompatible-purpose', label: 'The purpose does not fit the one it was collected for' },
  { code: 'not-necessary', label: 'The purpose can be met with less, or without it' },
  { code: 'safeguards', label: 'The protection offered is not enough' },
  { code: 'exemption', label: 'An exemption or exception in access law applies' },
  { code: 'disproportionate', label: 'Making it ready would take more than is reasonable' },
  { code: 'other', label: 'Another ground, said in the reasons' },
];

/** What a screening for a data protection impact assessment (DPIA) came to. */
export const dpiaScreenings: readonly ReferenceTerm[] = [
  { code: 'not-needed', label: 'Screened: a DPIA is not needed' },
  { code: 'needed', label: 'Screened: a DPIA is needed' },
];

/** The risk to people that remains after a DPIA's measures. */
export const dpiaOutcomes: readonly ReferenceTerm[] = [
  { code: 'low', label: 'Low risk remains' },
  { code: 'medium', label: 'Some risk remains' },
  { code: 'high', label: 'High risk remains' },
];

export const hasCode = (terms: readonly ReferenceTerm[], code: string | undefined): boolean =>
  terms.some((term) => term.code === code);
