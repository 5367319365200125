import type { Choice, Condition, Question, Section } from '../question-set.ts';

const specialCategory: Condition = { answer: 'special-category', is: true };

/** UK GDPR, article 6(1), with point (ea) as the Data (Use and Access) Act 2025 put it in. */
const lawfulBases: readonly Choice[] = [
  { code: 'consent', label: 'Consent', hint: 'Each person said yes to this, freely, and can take it back.' },
  { code: 'contract', label: 'Contract', hint: 'You need it to do what you agreed with the person.' },
  { code: 'legal-obligation', label: 'Legal duty', hint: 'A law says that you must.' },
  { code: 'vital-interests', label: 'To save a life' },
  {
    code: 'public-task',
    label: 'Public task',
    hint: 'A task that the law gives to your organisation. Most councils use this.',
  },
  {
    code: 'recognised-legitimate-interests',
    label: 'Recognised legitimate interest',
    hint: 'One of those that the law lists, such as an emergency, crime, or protecting somebody at risk.',
  },
  {
    code: 'legitimate-interests',
    label: 'Legitimate interests',
    hint: 'You have a good reason, and it does not outweigh the people’s own. Public bodies cannot use it for their tasks.',
  },
];

/** UK GDPR, article 9(2), and those of its points that also need a condition of the Data Protection Act 2018, Schedule 1. */
const article9: readonly Choice[] = [
  { code: 'explicit-consent', label: 'Explicit consent', hint: 'Article 9(2)(a)' },
  { code: 'employment', label: 'Employment, social security and social protection', hint: 'Article 9(2)(b)' },
  { code: 'vital-interests', label: 'To save the life of somebody who cannot say yes', hint: 'Article 9(2)(c)' },
  { code: 'not-for-profit', label: 'A charity or union, about its own members', hint: 'Article 9(2)(d)' },
  { code: 'made-public', label: 'The person made it public', hint: 'Article 9(2)(e)' },
  { code: 'legal-claims', label: 'Legal claims and courts', hint: 'Article 9(2)(f)' },
  { code: 'substantial-public-interest', label: 'Substantial public interest', hint: 'Article 9(2)(g)' },
  { code: 'health-or-care', label: 'Health care or social care', hint: 'Article 9(2)(h)' },
  { code: 'public-health', label: 'Public health', hint: 'Article 9(2)(i)' },
  { code: 'research', label: 'Archives, research and statistics', hint: 'Article 9(2)(j)' },
];
const withSchedule1 = ['employment', 'substantial-public-interest', 'health-or-care', 'public-health', 'research'];

const powers: readonly Question[] = [
  {
    id: 'public-body',
    kind: 'yes-no',
    label: 'Are you asking for a public body?',
    hint: 'Such as a council, the police, the NHS or a government department. Why we ask: a public body may only do what a law lets it do.',
    required: 'to-approve',
  },
  {
    id: 'legal-power',
    kind: 'text',
    label: 'Which law lets your organisation do this?',
    hint: 'Name the Act and the section, such as “Localism Act 2011, section 1”. Your legal team will know.',
    required: 'to-approve',
    longest: 2000,
    when: { answer: 'public-body', is: true },
  },
  {
    id: 'owner-legal-power',
    kind: 'text',
    label: 'Do you know of a law that lets the owner share it with you, or says that they must?',
    hint: 'The owner will check this for themself, so leave it empty if you do not know.',
    longest: 2000,
  },
  {
    id: 'lawful-basis',
    kind: 'choice',
    label: 'What is your lawful basis?',
    hint: 'Data about people may only be used for one of these reasons (UK GDPR, article 6). Not sure? Leave it: you can submit without, and ask the owner for help.',
    required: 'to-approve',
    choices: lawfulBases,
  },
  {
    id: 'lawful-basis-reason',
    kind: 'text',
    label: 'Why does that fit?',
    hint: 'For consent: what were people told, and when? For legitimate interests: what did you weigh against what? Say why you cannot do without the data.',
    required: 'to-approve',
  },
  {
    id: 'owner-lawful-basis',
    kind: 'choice',
    label: 'Which basis do you think the owner has for giving it to you?',
    hint: 'The owner decides this. What you think may help them.',
    choices: lawfulBases,
  },
  {
    id: 'controller-role',
    kind: 'choice',
    label: 'Who decides what is done with the data?',
    hint: 'The law says “controller” to whoever decides why and how data about people is used.',
    required: 'to-approve',
    choices: [
      { code: 'separate', label: 'We do, for our part', hint: 'Each is a controller of its own.' },
      { code: 'joint', label: 'We and the owner decide together', hint: 'Joint controllers.' },
      { code: 'processor', label: 'The owner does; we only do what it tells us', hint: 'You are a processor.' },
    ],
  },
];

const sensitive: readonly Question[] = [
  {
    id: 'article-9-condition',
    kind: 'choice',
    label: 'Which condition lets you use such private data?',
    hint: 'One of these must hold as well as the lawful basis (UK GDPR, article 9).',
    required: 'to-approve',
    when: specialCategory,
    choices: article9,
  },
  {
    id: 'schedule-1-condition',
    kind: 'text',
    label: 'Which condition of Schedule 1 of the Data Protection Act 2018 do you meet, and how?',
    hint: 'Name its paragraph, and say whether you have the policy document that some of them need.',
    required: 'to-approve',
    longest: 2000,
    when: { any: /* @__PURE__ */ withSchedule1.map((code) => ({ answer: 'article-9-condition', is: code })) },
  },
  {
    id: 'article-10-condition',
    kind: 'choice',
    label: 'What lets you use data about crimes?',
    hint: 'One of these must hold as well as the lawful basis (UK GDPR, article 10).',
    required: 'to-approve',
    when: { answer: 'criminal', is: true },
    choices: [
      { code: 'official-authority', label: 'A law puts us in charge of it', hint: 'Such as the police or a court.' },
      { code: 'schedule-1', label: 'We meet a condition of Schedule 1 of the Data Protection Act 2018' },
    ],
  },
  {
    id: 'article-10-detail',
    kind: 'text',
    label: 'Which law or which condition, and how do you meet it?',
    required: 'to-approve',
    longest: 2000,
    when: { answer: 'criminal', is: true },
  },
  {
    id: 'law-enforcement',
    kind: 'yes-no',
    label: 'Will you use it to find, stop or punish crimes, as a body that the law charges with that?',
    hint: 'The police do; a council does when it prosecutes. Why we ask: other rules hold then (Data Protection Act 2018, Part 3).',
    required: 'to-approve',
  },
  {
    id: 'confidence',
    kind: 'yes-no',
    label: 'Did people tell it to somebody who must keep it to themself?',
    hint: 'Such as a doctor, a nurse, a social worker or a lawyer. The law calls this a duty of confidence.',
    required: 'to-approve',
  },
  {
    id: 'confidence-met',
    kind: 'choice',
    label: 'Why may it be shared all the same?',
    required: 'to-approve',
    when: { answer: 'confidence', is: true },
    choices: [
      { code: 'consent', label: 'The people said yes' },
      { code: 'implied-consent', label: 'It is for their own care, as they would expect' },
      { code: 'law', label: 'A law says so', hint: 'Such as support under section 251 of the NHS Act 2006.' },
      { code: 'public-interest', label: 'It protects somebody from serious harm' },
      { code: 'anonymous', label: 'Nobody can be recognised in what we get' },
    ],
  },
  {
    id: 'confidence-detail',
    kind: 'text',
    label: 'How do you know?',
    hint: 'Such as what the people were told, or the number of an approval.',
    required: 'to-approve',
    longest: 2000,
    when: { answer: 'confidence', is: true },
  },
  {
    id: 'national-data-opt-out',
    kind: 'choice',
    label: 'Have people been left out who said no to this use of their health records?',
    hint: 'In England, patients can say so once for all (the national data opt-out).',
    required: 'to-approve',
    when: {
      any: [
        { answer: 'care', is: true },
        { answer: 'special-category-kinds', has: 'health' },
      ],
    },
    choices: [
      { code: 'applied', label: 'Yes, or they will be before we get it' },
      { code: 'does-not-apply', label: 'It does not apply to this use' },
      { code: 'not-known', label: 'I do not know' },
    ],
  },
];

const impact: readonly Question[] = [
  {
    id: 'dpia',
    kind: 'choice',
    label: 'Have you looked at what could go wrong for the people in the data?',
    hint: 'The law calls this a data protection impact assessment (DPIA). It is a must where the risk may be high.',
    required: 'to-approve',
    choices: [
      { code: 'done', label: 'Yes, it is done' },
      { code: 'under-way', label: 'It is under way' },
      { code: 'not-needed', label: 'We checked, and it is not needed' },
      { code: 'not-considered', label: 'Not yet' },
    ],
  },
  {
    id: 'dpia-outcome',
    kind: 'choice',
    label: 'How much risk is left, after all that you do about it?',
    required: 'to-approve',
    when: { answer: 'dpia', is: 'done' },
    choices: [
      { code: 'low', label: 'Little' },
      { code: 'medium', label: 'Some' },
      {
        code: 'high',
        label: 'A lot',
        hint: 'The regulator must be asked first (UK GDPR, article 36). Nobody here may say yes before that.',
      },
    ],
  },
  {
    id: 'dpia-not-needed-reason',
    kind: 'text',
    label: 'Why is it not needed?',
    required: 'to-approve',
    longest: 2000,
    when: { answer: 'dpia', is: 'not-needed' },
  },
  {
    id: 'dpia-files',
    kind: 'files',
    label: 'Add the assessment, or what you have of it',
    when: {
      any: [
        { answer: 'dpia', is: 'done' },
        { answer: 'dpia', is: 'under-way' },
      ],
    },
  },
];

const fair: readonly Question[] = [
  {
    id: 'expectation',
    kind: 'text',
    label: 'Would the people expect this, or be surprised?',
    hint: 'Put yourself in their place. Have you asked any of them?',
    required: 'to-approve',
    longest: 2000,
  },
  {
    id: 'compatible',
    kind: 'text',
    label: 'Does your purpose go with what the data was collected for?',
    hint: 'Why we ask: data given for one thing may not be used for something quite different, unless the law says so.',
    required: 'to-approve',
    longest: 2000,
  },
  {
    id: 'transparency',
    kind: 'text',
    label: 'How will the people be told?',
    hint: 'Such as your privacy notice (give its web address), a letter or a poster. If they will not be told, say why.',
    required: 'to-approve',
    longest: 2000,
  },
  {
    id: 'rights',
    kind: 'text',
    label: 'What will you do when somebody asks to see, correct or delete what you hold about them?',
    required: 'to-approve',
    longest: 2000,
  },
  {
    id: 'transfer',
    kind: 'yes-no',
    label: 'Will the data leave the United Kingdom, or be seen from abroad?',
    hint: 'A helper who looks at it from another country counts too.',
    required: 'to-approve',
  },
  {
    id: 'transfer-countries',
    kind: 'list',
    label: 'To which countries?',
    hint: 'One on each line.',
    required: 'to-approve',
    when: { answer: 'transfer', is: true },
  },
  {
    id: 'transfer-safeguard',
    kind: 'choice',
    label: 'What protects it there?',
    required: 'to-approve',
    when: { answer: 'transfer', is: true },
    choices: [
      {
        code: 'adequacy',
        label: 'The UK trusts that country’s law',
        hint: 'There are UK adequacy regulations for it.',
      },
      { code: 'agreement', label: 'A contract with the regulator’s clauses', hint: 'An IDTA, or the UK addendum.' },
      { code: 'binding-rules', label: 'Binding corporate rules that were approved' },
      { code: 'exception', label: 'An exception of the law' },
      { code: 'not-known', label: 'I do not know yet' },
    ],
  },
  {
    id: 'reviewed-by',
    kind: 'choices',
    label: 'Who has checked this section with you?',
    hint: 'Choose all that fit. It is fine if nobody has.',
    choices: [
      { code: 'data-protection', label: 'A data protection officer' },
      { code: 'legal', label: 'A lawyer' },
      { code: 'security', label: 'A security expert' },
      { code: 'ethics', label: 'An ethics committee' },
    ],
  },
];

/** Asked only about people: what the law wants to know before data about them is shared. */
export const lawSection: Section = {
  id: 'law',
  title: 'The law',
  intro:
    'The data is about people, so the law has questions. You can submit without these answers, but no owner can approve without them. Answer what you know: advisers of the owner look at the rest.',
  when: { lane: 'B' },
  questions: /* @__PURE__ */ [powers, sensitive, impact, fair].flat(),
};
