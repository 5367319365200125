import { changeProposed, offered, signaturesAsked, signed, termsAccepted } from './agreement-acts.ts';
import { advised, checked, decided, noted, on, submitted, wentOn } from './acts.ts';
import { declared, lanternfish, operatorOfNetwork, saltings } from './safekeeping.ts';
import { story, type Stories } from './story.ts';

const ratesPower =
  'Local Government Finance Act 1988, part III; Localism Act 2011, section 1. Schedule 9 of the 1988 Act does not forbid giving the property and its use.';

/** Requests for what the council knows of shops and other premises. */
export const businessRates: Stories = (day) => [
  story({
    key: 'lanternfish-health',
    by: 't.lindqvist-moor',
    organisation: 'lanternfish',
    basket: [
      {
        dataset: 'business-rates-accounts',
        rows: 'Shops, cafés, pubs and offices in the city centre and in the seven district centres.',
        columns: `
          property_ref   | To follow one unit from month to month
          postcode       | To sum up by street
          use            | Shops, cafés and offices are counted apart
          rateable_value | Small units empty first: we count by size
          occupied       | The share of empty units is the figure that everybody asks for
          vacant_since   | How long units stay empty`,
      },
    ],
    answers: {
      title: 'High-street health, month by month',
      summary:
        'Each month we publish how many shops stand empty in each centre and for how long. Town-centre managers use it to see a street in trouble early. At present we walk the streets; with the council’s list the figures would be right rather than nearly right.',
      'purpose-class': 'statistics',
      aims: 'Monthly figures for eight centres, with an error below one in a hundred instead of six.',
      'how-data-helps': 'We count occupied and empty units by street from the list, and check a tenth of them on foot.',
      benefits: {
        economy: 'The council, two business improvement districts and about 900 small shops see how their street does.',
        knowledge: 'The figures for whole centres are free for everybody.',
        'public-money': 'The council now pays for a yearly count that this replaces.',
      },
      'impact-if-refused': 'The figures stay as rough as they are.',
      alternatives:
        'Council spending and planning applications are open and do not tell. Rateable values are published without occupation.',
      commercial: true,
      'commercial-detail': 'Shops and agents pay £9 a month for figures by street.',
      exclusive: false,
      'ai-training': false,
      'other-recipients': false,
      frequency: 'refreshed',
      'refresh-interval': 'monthly',
      'use-period': { from: day(7), until: day(735) },
      geography: 'City centre and seven district centres.',
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'Shopkeepers who trade under their own name from the unit.',
      'people-count': 800,
      'less-personal':
        'No names, no accounts and no addresses are asked for. The unit’s reference is needed to follow it.',
      linkage: true,
      'linkage-with': ['City centre footfall, Ellermouth City Council'],
      'linkage-how': 'By street and month.',
      're-identification': 'possible',
      're-identification-care': 'Nothing is published for fewer than five units.',
      ...lanternfish.careful,
      'lawful-basis': 'legitimate-interests',
      'lawful-basis-reason': 'A count of shops; nobody’s private life is touched.',
      'owner-lawful-basis': 'public-task',
      dpia: 'done',
      'dpia-outcome': 'low',
      expectation: 'That a shop is empty can be seen from the pavement.',
      compatible: 'Statistics go with the purpose for which the data was collected.',
      transparency: 'Our privacy notice, and a page about the figures.',
      outputs: ['report', 'map', 'dataset'],
      'disclosure-control': 'Five units at least; values in three bands; a second analyst checks.',
      'keep-until': day(735),
      ...declared,
      'own-ellermouth-noticed': 'Eight centres with figures that people can look up.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'City Centre Management',
    },
    attachments: [
      {
        question: 'dpia-files',
        name: 'DPIA high-street figures.pdf',
        title: 'High-street figures: impact assessment',
        lines: [
          'Lanternfish Analytics Limited. Assessed by Tove Lindqvist-Moor with our adviser.',
          '',
          'Risk 1. An empty shop is found from the figures and broken into.',
          '    Measure: no figure for fewer than five units. Left: low.',
          'Risk 2. A shopkeeper who trades under their own name is recognised.',
          '    Measure: no names and no addresses are received. Left: low.',
          'Risk 3. The list is stolen.',
          '    Measure: locked table, two-step sign-in, three analysts. Left: low.',
          '',
          'Outcome: little risk is left.',
        ],
      },
    ],
    steps: [
      submitted(on(12, '09:30')),
      checked(on(10, '11:20'), 'steward', { regime: 're-use' }),
      advised(on(3, '15:05'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support-if',
        text: 'We may give property and use. Schedule 9 of the 1988 Act keeps the rest for collecting rates: no payer, no charge, no relief. Whoever asks for the same gets the same terms.',
      }),
      noted(
        on(3, '15:20'),
        'steward',
        'Helen is away from today; Gwen stands in and can decide this. Helen approved much the same for Lanternfish before.',
      ),
    ],
  }),
  story({
    key: 'saltings-fourth-larder',
    by: 'k.pennywell',
    organisation: 'saltings-trust',
    basket: [
      {
        dataset: 'business-rates-accounts',
        fields:
          'The address and postcode of shops that stand empty, what kind of shop it was, how big, and since when it has been empty. Not who owns it or who pays.',
        rows: 'Holm Reach and Saltpans.',
      },
    ],
    answers: {
      title: 'Empty shops for a fourth food larder',
      summary:
        'Our three larders are full and people in Holm Reach and Saltpans have two buses to the next one. We are looking for a small shop that has stood empty for a year or more and whose owner may let it cheaply.',
      'purpose-class': 'community',
      aims: 'A lease for a shop of 60 to 120 square metres by the spring.',
      'how-data-helps': 'We walk past each empty shop on the list and write to the letting agent on the board.',
      benefits: {
        fairness: 'About 340 households in the two wards came to another larder last month.',
        health: 'Fresh food within walking distance.',
      },
      'impact-if-refused': 'We would walk the streets ourselves, which takes two volunteers about three weeks.',
      alternatives: 'Agents’ websites show half of what is empty.',
      commercial: false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(5), until: day(185) },
      geography: 'Holm Reach and Saltpans.',
      'needed-by': day(40),
      'needed-by-reason': 'A donor has promised a year’s rent if we find a shop.',
      personal: false,
      linkage: false,
      're-identification': 'possible',
      're-identification-care': 'Kofi keeps the list; nobody else gets it.',
      ...saltings.plain,
      'disclosure-control': 'Nothing is published.',
      'keep-until': day(185),
      ...declared,
      funders: ['Eller Estuary Community Fund'],
      'own-ellermouth-noticed': 'A larder in Holm Reach or Saltpans.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Regeneration, with Councillor Thewlis',
    },
    steps: [submitted(on(1, '11:05'))],
  }),
  story({
    key: 'lanternfish-empty-units',
    by: 't.lindqvist-moor',
    organisation: 'lanternfish',
    basket: [
      {
        dataset: 'business-rates-accounts',
        rows: 'Shops in the city centre.',
        columns: `
          property_ref | To count each unit once
          payer        | To tell chains from independents
          postcode     | To sum up by street
          use          | Shops only
          occupied     | Empty or not
          vacant_since | How long`,
      },
    ],
    answers: {
      title: 'Which shops stand empty, and since when',
      summary:
        'A first count of empty shops in the city centre from the council’s own list, to see how far our counts on foot are off.',
      'purpose-class': 'statistics',
      aims: 'One comparison of two counts.',
      'how-data-helps': 'We lay the list beside our count of the same month.',
      benefits: { knowledge: 'How good counts on foot are.', economy: 'Better figures for shops.' },
      'impact-if-refused': 'We would not know our own error.',
      alternatives: 'None that is complete.',
      commercial: true,
      'commercial-detail': 'It improves what we sell.',
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(-145), until: day(-55) },
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'Shopkeepers who trade under their own name.',
      'less-personal': 'The kind of payer would do instead of the name.',
      linkage: false,
      're-identification': 'likely',
      're-identification-care': 'Names are used once to sort chains from independents, then dropped.',
      ...lanternfish.careful,
      'lawful-basis': 'legitimate-interests',
      'lawful-basis-reason': 'A one-off comparison.',
      dpia: 'done',
      'dpia-outcome': 'low',
      expectation: 'Shopkeepers would be surprised about their names, not about the rest.',
      compatible: 'Statistics.',
      transparency: 'Our privacy notice.',
      outputs: ['internal'],
      'disclosure-control': 'Two totals only.',
      'keep-until': day(-55),
      ...declared,
      'own-ellermouth-noticed': 'Better figures of empty shops.',
      'own-ellermouth-spoken': false,
    },
    steps: [
      submitted(on(104, '10:40')),
      checked(on(102, '15:00'), 'steward', { regime: 're-use' }),
      advised(on(97, '11:30'), 'dpo', {
        label: 'data-protection',
        verdict: 'support-if',
        text: 'Not the names: the kind of payer does what is wanted. The rest I support for statistics. I shall write standing advice if more of these come.',
      }),
      wentOn(
        on(94, '09:25'),
        'h.castledine',
        'Legal advice is two days late and the question is the same as in the spring; the answer was written down then.',
      ),
      decided(on(92, '14:15'), 'h.castledine', {
        dataset: 'business-rates-accounts',
        gives: ['property_ref', 'postcode', 'use', 'occupied', 'vacant_since'],
        reasons:
          'A comparison from which the council learns as well. Names of payers are not needed for it and are not given.',
        conditions: ['The council receives the comparison.', 'The list is deleted within three months.'],
        codes: {
          lawfulBasisOwner: 'public-task',
          lawfulBasisRequester: 'legitimate-interests',
          dpiaScreening: 'needed',
          dpiaOutcome: 'low',
        },
        words: {
          legalPowerOwner: ratesPower,
          interval: 'Once.',
          retention: 'Three months.',
          optionsWeighed: 'Not sharing; with names; what was decided.',
        },
      }),
      ...offered(on(90, '09:40'), 'steward', { start: day(-124), end: day(-15), review: day(-40) }),
      signaturesAsked(on(88, '10:00'), 'h.castledine'),
      signed(on(87, '16:10'), 'recipient'),
      signed(on(86, '09:15'), 'provider', 'signatory'),
      termsAccepted(on(86, '10:30')),
    ],
  }),
  story({
    key: 'water-missing-businesses',
    by: 'n.farrowell',
    organisation: 'eller-wold-water',
    basket: [
      {
        dataset: 'business-rates-accounts',
        columns: `
          account_ref | To answer the council’s questions about a match
          address     | To match with our own list
          postcode    | To match with our own list
          use         | Some uses need a trade effluent consent
          occupied    | Empty premises are not charged
          liable_from | From when a business owes a sewerage charge`,
      },
    ],
    answers: {
      title: 'Businesses that nobody charges for sewerage',
      summary:
        'About one in twenty business premises is not on our list and pays nothing for sewerage, so that everybody else pays more. We want to match the council’s list with ours once a year.',
      'purpose-class': 'public-service',
      aims: 'Fewer than one in a hundred premises missing from our list.',
      'how-data-helps': 'Addresses are matched by machine; what is left is looked at by hand.',
      benefits: {
        fairness: 'Charges are shared by all who use the sewers.',
        'public-money': 'The council’s own premises pay about £14,000 too much a year.',
      },
      'impact-if-refused': 'We would go on finding them by accident.',
      alternatives: 'The published list of rateable values says nothing of who is in.',
      commercial: false,
      'other-recipients': false,
      frequency: 'refreshed',
      'refresh-interval': 'yearly',
      'use-period': { from: day(-45), until: day(685) },
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'People who trade under their own name.',
      'people-count': 2300,
      'less-personal': 'We ask for no names: our letter goes to “the occupier”.',
      linkage: true,
      'linkage-with': ['Our own list of business customers'],
      'linkage-how': 'Address and postcode.',
      're-identification': 'possible',
      're-identification-care': 'The file is used for the match alone.',
      ...operatorOfNetwork.careful,
      'lawful-basis': 'legal-obligation',
      'lawful-basis-reason': 'Water Industry Act 1991, sections 2 and 143: charges must be fair between customers.',
      'owner-lawful-basis': 'public-task',
      dpia: 'done',
      'dpia-outcome': 'low',
      expectation: 'Businesses expect to be charged for what they use.',
      compatible: 'Both lists serve to share the cost of public services.',
      transparency: 'On the bill and in our privacy notice.',
      outputs: ['internal'],
      'disclosure-control': 'Nothing is published.',
      'keep-until': day(60),
      ...declared,
      'own-ellermouth-noticed': 'A fairer bill.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Revenues',
    },
    steps: [
      submitted(on(44, '10:15')),
      checked(on(43, '14:20'), 'steward', { regime: 'none' }),
      advised(on(39, '10:05'), 'l.marchbank', {
        label: 'legal',
        verdict: 'support',
        text: 'The Water Industry Act asks them to charge fairly, and ours is the general power of competence. No bar.',
      }),
      decided(on(36, '16:00'), 'h.castledine', {
        dataset: 'business-rates-accounts',
        gives: ['account_ref', 'address', 'postcode', 'use', 'occupied', 'liable_from'],
        reasons:
          'The match makes bills fairer, our own among them. No names are given, and account numbers serve only to ask us about a single match, as Ruth Ferrensby’s standing advice allows for utilities.',
        conditions: [
          'The file is deleted when the match is done, within 60 days.',
          'What the match finds wrong in our list is sent to us.',
        ],
        precedents: ['lanternfish-empty-units'],
        codes: {
          lawfulBasisOwner: 'public-task',
          lawfulBasisRequester: 'legal-obligation',
          dpiaScreening: 'needed',
          dpiaOutcome: 'low',
        },
        words: {
          legalPowerOwner: ratesPower,
          interval: 'Once a year.',
          retention: '60 days after each match.',
          optionsWeighed: 'Not sharing; matching on our side, for which we have nobody; what was decided.',
        },
      }),
      ...offered(on(34, '11:00'), 'steward'),
      changeProposed(on(6, '15:20'), 'recipient', {
        clause: 'disposal',
        text: 'Within 60 working days of the end the recipient deletes the data and every copy, and says so here. Accounts that were opened because of it stay.',
        reason: 'Our billing runs are quarterly, so a match may still be open after 40 days.',
      }),
    ],
  }),
];
