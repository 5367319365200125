import { handedOver, offered, signaturesAsked, signed, suspended, termsAccepted } from './agreement-acts.ts';
import { advised, checked, decided, formsAccepted, on, riskAccepted, submitted } from './acts.ts';
import { declared, university } from './safekeeping.ts';
import { story, type Stories } from './story.ts';

/** A request for records of care that went all the way: every adviser, the risk accepted, given in part and in a coarser form. */
export const careDecided: Stories = (day) => [
  story({
    key: 'university-telephone-checks',
    by: 's.penhallow',
    organisation: 'university-of-ellermouth',
    basket: [
      {
        dataset: 'adult-care-packages',
        rows: 'People of 18 and over with fewer than ten hours a week, two years.',
        columns: `
          sex          | Men and women take up calls differently
          main_need    | Which people do well with a call
          setting      | Only people at home
          weekly_hours | Whether hours rise later
          postcode     | Whether distance to the nearest office matters
          from_date    | When calls began
          reviewed_on  | When somebody last looked`,
      },
    ],
    answers: {
      title: 'Telephone checks between visits',
      summary:
        'The council tried short telephone calls between visits for people with little care. We looked at whether people who were called needed more help later than those who were not.',
      'purpose-class': 'research',
      aims: 'An answer within half a year, so that the trial can be kept or ended.',
      'how-data-helps': 'We compare care hours of those who were called and those who were not, a year on.',
      benefits: {
        health: 'People with little care are looked after, or left in peace, whichever is better.',
        'public-money': 'The calls cost £61,000 a year.',
      },
      'impact-if-refused': 'The trial would have been judged by how it felt to staff.',
      alternatives: 'Totals do not follow people from one year to the next.',
      commercial: false,
      exclusive: false,
      'ai-training': false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(-85), until: day(100) },
      'data-period': { from: day(-820), until: day(-95) },
      personal: true,
      'special-category': true,
      'special-category-kinds': ['health'],
      criminal: false,
      children: false,
      care: true,
      'data-subjects': 'People with fewer than ten hours of care a week.',
      'people-count': 1650,
      'less-personal': 'No numbers, no dates of birth. Wards would do instead of postcodes.',
      linkage: false,
      're-identification': 'possible',
      're-identification-care': 'The vault; groups below ten are merged.',
      ...university.careful,
      confidence: true,
      'confidence-met': 'anonymous',
      'confidence-detail':
        'The council gives rows without numbers and names; nobody in the vault can tell whose they are.',
      'lawful-basis': 'public-task',
      'lawful-basis-reason': 'Research that the council asked for.',
      'owner-lawful-basis': 'public-task',
      'article-9-condition': 'research',
      'schedule-1-condition': 'Paragraph 4 (research), with the safeguards of section 19.',
      'national-data-opt-out': 'applied',
      dpia: 'done',
      'dpia-outcome': 'medium',
      expectation: 'People were told about the trial in the first call.',
      compatible: 'Finding out whether care works.',
      transparency: 'A letter to all who were called.',
      outputs: ['report'],
      'disclosure-control': 'Nothing below ten, and a clerk checks.',
      'keep-until': day(100),
      ...declared,
      'own-ellermouth-noticed': 'A call, or none, whichever helps.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Adult Social Care, Performance',
    },
    steps: [
      submitted(on(68, '10:25')),
      checked(on(67, '09:30'), 'steward', { regime: 'none' }),
      advised(on(63, '14:15'), 'dpo', {
        label: 'data-protection',
        verdict: 'support-if',
        text: 'Wards instead of postcodes, months instead of days. With a rare need and a small ward somebody may still be guessed: some risk is left, for Malcolm Treddle to weigh.',
      }),
      advised(on(62, '11:10'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support',
        text: 'Care Act 2014, section 1, asks us to promote wellbeing, so we may find out what does. No bar.',
      }),
      advised(on(61, '16:35'), 'm.threlkeld', {
        label: 'caldicott',
        verdict: 'support',
        text: 'Justified, and in that form the least that will do. I support it.',
      }),
      riskAccepted(
        on(59, '12:00'),
        'siro',
        'What is left is that somebody who knows a person well might guess their row, inside a room from which nothing can be taken. Against that stands a service for 1,650 people. I accept it until the end of the project.',
      ),
      decided(on(56, '15:45'), 'o.adebayne', {
        dataset: 'adult-care-packages',
        gives: [
          'sex',
          'main_need',
          'setting',
          'weekly_hours',
          ['postcode', 'generalised'],
          ['from_date', 'generalised'],
          ['reviewed_on', 'generalised'],
        ],
        reasons:
          'We asked for this answer ourselves. Wards and months are enough for it, and with them no row is anybody’s to those who work in the vault.',
        conditions: [
          'Work takes place in the research data vault only.',
          'People under a protection plan are left out.',
          'The report is shown to the carers’ forum before it is published.',
        ],
        codes: {
          lawfulBasisOwner: 'public-task',
          lawfulBasisRequester: 'public-task',
          specialCondition: 'research',
          dpiaScreening: 'needed',
          dpiaOutcome: 'medium',
        },
        words: {
          legalPowerOwner: 'Care Act 2014, section 1; Localism Act 2011, section 1.',
          legalPowerRequester: 'The University’s charter, articles 3 and 4.',
          controllerRelationship: 'Each is a controller of its own.',
          necessity: 'Whether calls help cannot be seen in totals.',
          confidentiality:
            'A duty of confidence holds. It is met because nobody in the vault can tell whose a row is: numbers, names and dates of birth do not leave the council.',
          retention: 'Until the end of the project.',
          security: 'The vault: no network to the outside, a clerk who checks each table.',
          individualsRights: 'The council answers; the University cannot find a person’s row.',
          interval: 'Once.',
          optionsWeighed: 'Not sharing; our own officers, who have no time; with postcodes; what was decided.',
        },
      }),
      formsAccepted(on(54, '09:10')),
      ...offered(on(52, '09:20'), 'steward'),
      signaturesAsked(on(50, '10:10'), 'o.adebayne'),
      signed(on(49, '11:00'), 'recipient', 'e.sandholme'),
      signed(on(48, '14:00'), 'provider', 'signatory'),
      termsAccepted(on(47, '09:45')),
      handedOver(on(46, '10:30'), 'steward', 'Sent by the council’s secure transfer, to the safe room of the school.'),
      suspended(
        on(5, '09:30'),
        'dpo',
        'The safe room’s certificate ran out on Friday. As soon as the new one is here it goes on.',
      ),
    ],
  }),
];
