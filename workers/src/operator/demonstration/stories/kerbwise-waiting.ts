import { checked, decided, drafted, noted, on, returned, submitted, wrote } from './acts.ts';
import { declared, kerbwise } from './safekeeping.ts';
import { story, type Stories } from './story.ts';

/** What Kerbwise has begun, waits for, or has to answer. */
export const kerbwiseWaiting: Stories = (day) => [
  story({
    key: 'kerbwise-wheelchair-stops',
    by: 'requester',
    organisation: 'kerbwise',
    basket: [
      {
        dataset: 'travel-diary-survey',
        columns: `
          from_lsoa    | To see from which neighbourhoods people with mobility aids set out
          to_lsoa      | To see where they go
          main_mode    | To compare bus journeys with journeys by taxi
          mobility_aid | The whole question is about people who use one`,
      },
      {
        dataset: 'boardings-by-stop',
        columns: `
          stop_code   | Joins the count to the stops on our map
          wheelchairs | How often the ramp was used at each stop`,
      },
    ],
    answers: {
      title: 'Which bus stops are easy to use with a wheelchair',
      summary:
        'We want to find bus stops that look step-free on paper and that wheelchair users avoid all the same, so that our routes lead to stops that really work.',
      'purpose-class': 'product',
      aims: 'A list of the forty stops with the widest gap between what the survey of facilities says and how often the ramp is used.',
      'how-data-helps':
        'The survey says which stops have a raised kerb and room to turn. The travel diary says how people with mobility aids travel, and the ticket machines say where the ramp is put out. Where the three disagree',
      benefits: { fairness: 'About 6,200 people in the region use a wheelchair outdoors.' },
      alternatives: 'Bus stops and their facilities is open, and we use it. It says what was built, not what works.',
      commercial: true,
      'commercial-detail': 'The app is free; councils pay for reports.',
      exclusive: false,
      'ai-training': false,
      'other-recipients': false,
      frequency: 'once',
      geography: 'The three council areas.',
      personal: true,
      'special-category': true,
      criminal: false,
      children: false,
      'people-count': 6200,
      linkage: true,
      'linkage-with': ['Bus stops and their facilities, Ellerway (open)'],
      ...kerbwise.plain,
      training: 'yearly',
      'public-body': false,
      transfer: false,
    },
    steps: [drafted(on(1, '15:50'))],
  }),
  story({
    key: 'kerbwise-free-bays',
    by: 'requester',
    organisation: 'kerbwise',
    basket: [
      {
        dataset: 'kerbside-sensor-events',
        rows: 'Disabled bays and loading bays in Old Staithe, Ropewalk and Tannery Row.',
        columns: `
          bay_id         | Joins each event to the bay on our map
          bay_kind       | We show disabled bays; loading bays tell us when a bay is blocked by a van
          street         | To say the street aloud to the driver
          changed_at     | To show only what changed in the last two minutes
          taken          | Free or taken is what the driver needs to know
          restricted_now | A free bay is no help while the street market closes the road
          longitude      | To lead the driver to the bay
          latitude       | To lead the driver to the bay`,
      },
    ],
    answers: {
      title: 'Telling drivers when a disabled bay is free',
      summary:
        'Drivers with a blue badge circle the city centre for twenty minutes and more to find a bay. Our app would show which disabled bays near the journey’s end are free now, and lead the driver there by a route without steps for the last hundred metres.',
      'purpose-class': 'product',
      aims: 'That nine out of ten drivers who use the app find a bay at the first or second try. We measure it by asking them after each tenth journey.',
      'how-data-helps':
        'The sensor says that a bay became free. We pass that on to drivers who are less than ten minutes away and asked for a bay in that street. Nothing older than an hour is kept.',
      benefits: {
        fairness:
          'About 5,400 people in Ellermouth hold a blue badge. Many plan every trip around whether they can park.',
        environment: 'Less circling: our trial in 2025 saved 1.8 kilometres a journey.',
        services: 'The council’s contact centre has about forty calls a week that ask where a bay is free.',
      },
      'impact-if-refused':
        'The app goes on showing where bays are, and not whether they are free. People will go on circling.',
      alternatives:
        'We use the open dataset of kerb restrictions, which says where the bays are. Car park occupancy is open too, but the car parks are up to 600 metres from the shops, which is too far for most of our users.',
      commercial: true,
      'commercial-detail': 'The app is free. Town-centre managers pay for a yearly report of totals.',
      exclusive: false,
      'ai-training': false,
      'other-recipients': false,
      frequency: 'live',
      'use-period': { from: day(20), until: day(385) },
      geography: 'Three wards: Old Staithe, Ropewalk and Tannery Row.',
      'needed-by': day(45),
      'needed-by-reason': 'The scooter hire scheme opens its new counter.',
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'Drivers who park in bays with a sensor. No driver is named, and no number plate is read.',
      'people-count': 900,
      linkage: true,
      'linkage-with': ['Kerb restrictions and parking bays, Ellermouth City Council (open)'],
      'linkage-how': 'The number of the bay.',
      're-identification': 'possible',
      ...kerbwise.careful,
      'lawful-basis': 'legitimate-interests',
      'lawful-basis-reason':
        'Drivers with a disability have a strong interest in finding a bay. We weighed it against the interest of the person who parks: whether a bay is taken can be seen by anybody in the street.',
      dpia: 'under-way',
      expectation:
        'Sixty-one of seventy-four blue badge holders whom we asked at the scooter hire counter said that they would want it; four were worried about being watched.',
      transparency: 'A page in the app and a sign that we offer to put on each sensor post.',
      outputs: ['application', 'report'],
      'disclosure-control': 'The yearly report has totals by ward and month; the app shows no times of the past.',
      'keep-until': day(385),
      ...declared,
      funders: ['Eller Estuary Growth Fund'],
      'own-ellermouth-noticed': 'Shorter waits for a bay, and fewer calls to the contact centre.',
      'own-ellermouth-spoken': true,
      'own-ellermouth-team': 'Parking Services, at the accessibility forum in the summer',
    },
    attachments: [
      {
        question: 'dpia-files',
        name: 'DPIA screening, free bays, draft 2.pdf',
        title: 'Free bays: what could go wrong for people (draft 2)',
        lines: [
          'Kerbwise Limited. Written by Priya Hallworth, read by Wanda Dunnock.',
          '',
          '1. A bay in front of one house tells when somebody is at home.',
          '    What we do: bays with fewer than three homes beside them are left out of the map.',
          '',
          '2. Somebody could wait until a bay becomes taken and watch who gets out.',
          '    What we do: the app shows free bays only, never that a bay has just been taken.',
          '',
          '3. A record of when a bay was used would show habits over weeks.',
          '    What we do: events are dropped after one hour.',
          '',
          'Still to do: the view of the council’s data protection officer; the list of bays in',
          'residential streets, for which we need the council’s help.',
        ],
      },
    ],
    steps: [
      submitted(on(9, '10:12')),
      noted(
        on(8, '14:35'),
        'steward',
        'Kerbwise had yearly counts from the same sensors in the summer. This is a live feed with the place of each bay: a different thing. Gwen will want to know which bays stand in front of houses.',
      ),
      returned(on(7, '11:20'), 'steward', {
        'less-personal':
          'Please say whether the street and the number of free bays would do, instead of the place of each bay. Our adviser will ask.',
        're-identification-care':
          'Some disabled bays stand in front of one house and are used by one person. Say how you leave those out, and what the app shows while a bay is taken.',
        compatible: 'The sensors were put in to plan enforcement. Say how your purpose goes with that.',
        '': 'A good request and nearly complete. The impact assessment may stay a draft for now.',
      }),
      wrote(
        on(7, '11:31'),
        'steward',
        'I have sent it back with three questions. If it helps, I can send you the list of bays with fewer than three homes beside them: there are 41.',
      ),
      wrote(
        on(5, '09:05'),
        'requester',
        'Thank you, the list would help a lot. I will answer this week; our designer is working on the map without those bays.',
      ),
    ],
  }),
  story({
    key: 'kerbwise-changing-buses',
    by: 'requester',
    organisation: 'kerbwise',
    basket: [
      {
        dataset: 'smartcard-journeys',
        rows: 'Journeys with a disabled person’s pass, the last full year.',
        columns: `
          touched_at    | To find changes that take longer than the timetable says
          route         | From which service to which people change
          stop_code     | Where people change
          concession    | Only journeys with a disabled person’s pass are about our users
          transfer      | Marks the journeys with a change`,
      },
    ],
    answers: {
      title: 'Where people with passes change buses',
      summary:
        'Changing from one bus to another is the hardest part of a journey for people who use a wheelchair or cannot see. We want to know at which stops such changes happen and how long they take, and then survey those stops on foot.',
      'purpose-class': 'product',
      aims: 'Surveys of the thirty stops at which most changes with a disabled person’s pass take place, published by the spring.',
      'how-data-helps':
        'We count changes by stop and by the time they take, and send two surveyors to the stops with the longest waits.',
      benefits: {
        fairness: 'Some 11,000 holders of a disabled person’s pass in the region.',
        services: 'Ellerway gets our surveys for its own list of works, free of charge.',
      },
      'impact-if-refused': 'We would survey by guesswork, which takes about three times as long.',
      alternatives: 'Boardings by stop do not tell who changes. The travel diary has too few people with a pass.',
      commercial: true,
      'commercial-detail': 'The surveys go into our app, which is free; councils pay for reports.',
      exclusive: false,
      'ai-training': false,
      'other-recipients': false,
      frequency: 'once',
      'use-period': { from: day(0), until: day(270) },
      'data-period': { from: day(-400), until: day(-35) },
      geography: 'Ellermouth and Harnwick.',
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'People who travel with a disabled person’s pass.',
      'people-count': 11_000,
      'less-personal':
        'Yes: times in steps of a quarter of an hour would do, and no card number is asked for, so that journeys cannot be strung together.',
      linkage: true,
      'linkage-with': ['Bus stops and their facilities, Ellerway (open)'],
      'linkage-how': 'The code of the stop.',
      're-identification': 'possible',
      're-identification-care':
        'We count by stop and drop each stop with fewer than ten changes in the year before anybody looks at it.',
      ...kerbwise.careful,
      'lawful-basis': 'legitimate-interests',
      'lawful-basis-reason':
        'Safer changes are in the interest of the very people in the data, and we do not need to know who they are.',
      'owner-lawful-basis': 'public-task',
      dpia: 'not-needed',
      'dpia-not-needed-reason': 'No card numbers, no free text, counts within a day of receipt.',
      expectation: 'Pass holders whom we asked expect Ellerway to know where they change, and to act on it.',
      compatible: 'The data was collected to plan and pay for concessionary travel. Making changes safer serves it.',
      transparency: 'A paragraph in our privacy notice and one on Ellerway’s page about smartcards.',
      outputs: ['map', 'report', 'application'],
      'disclosure-control':
        'No count below ten, times in quarters of an hour; Wanda Dunnock checks before it goes out.',
      'keep-until': day(270),
      ...declared,
    },
    steps: [
      submitted(on(24, '13:40')),
      checked(on(22, '10:05'), 'a.quillam', { regime: 're-use' }),
      wrote(
        on(19, '15:15'),
        'd.sorley',
        'We can give this without exact times and without the code of the stop where few people change. Would groups of stops within 200 metres still tell you what you need?',
      ),
      wrote(on(18, '09:22'), 'requester', 'Yes, mostly: our surveyors look at a whole interchange anyway.'),
      decided(on(17, '11:45'), 'd.sorley', {
        dataset: 'smartcard-journeys',
        gives: [['touched_at', 'banded'], 'route', ['stop_code', 'generalised'], 'concession', 'transfer'],
        reasons:
          'The purpose is a good one, and Ellerway will use the surveys for its own works. Exact times and single stops would let somebody who knows a passenger find their journeys: times are given in quarters of an hour, stops in groups within 200 metres of each other.',
        conditions: [
          'No group of stops with fewer than ten changes is published or passed on.',
          'Ellerway receives the surveys within a month of their being finished.',
        ],
        codes: {
          lawfulBasisOwner: 'public-task',
          lawfulBasisRequester: 'legitimate-interests',
          dpiaScreening: 'not-needed',
        },
        words: {
          legalPowerOwner: 'Transport Act 2000, sections 108 and 145A; Local Transport Act 2008, section 99.',
          controllerRelationship: 'Each is a controller of its own.',
          necessity: 'Changes cannot be counted from boardings alone.',
          retention: 'Nine months from receipt.',
          security: 'Cyber Essentials; access for three people by name; each query is logged.',
          individualsRights: 'Requests go to Ellerway’s travel data team, which holds the card numbers.',
          interval: 'Once.',
          optionsWeighed: 'Not sharing; totals by interchange, which would hide the waits; what was decided.',
        },
      }),
    ],
  }),
  story({
    key: 'kerbwise-step-free-doors',
    by: 'requester',
    organisation: 'kerbwise',
    basket: [
      {
        dataset: 'business-rates-accounts',
        rows: 'Shops, cafés, surgeries, banks and places of worship that are occupied.',
        columns: `
          property_ref | Tells two premises at one address apart
          address      | To write to the premises, and to put them on the map
          postcode     | To group the letters by street
          use          | Shops, cafés, surgeries and banks only
          occupied     | An empty shop has nobody to ask`,
      },
      {
        dataset: 'harnwick-business-rates-accounts',
        rows: 'The same kinds of premises in Harnwick town.',
        columns: `
          PROPERTY    | To write to the premises, and to put them on the map
          POSTCODE    | To group the letters by street
          DESCRIPTION | Shops, cafés, surgeries and banks only
          EMPTY_FROM  | An empty shop has nobody to ask`,
      },
    ],
    answers: {
      title: 'Step-free doors: premises open to the public',
      summary:
        'We want to ask every shop, café, surgery and bank in Ellermouth and Harnwick how wide its door is and whether there is a step, and show the answers in our app. For that we need to know which premises there are and that somebody is in them.',
      'purpose-class': 'product',
      aims: 'Answers from half of about 3,900 premises within a year, and the doors of all that answer on the map.',
      'how-data-helps':
        'We sort the list by street, leave out what is not open to the public, write one letter to each door, and telephone nobody.',
      benefits: {
        fairness: 'People who use wheelchairs, and people with prams, can see before they set out where they get in.',
        economy: 'Premises that are step-free get customers who now shop elsewhere.',
        knowledge: 'The councils get the answers as open data.',
      },
      'impact-if-refused': 'We would walk every street with a tape measure: two years instead of one.',
      alternatives:
        'The food hygiene register is open and has the cafés, but not shops, surgeries and banks. Commercial address lists are a third out of date.',
      commercial: true,
      'commercial-detail': 'Premises can pay to show photographs of their entrance. Being listed is free.',
      exclusive: false,
      'ai-training': false,
      'other-recipients': false,
      frequency: 'refreshed',
      'refresh-interval': 'yearly',
      'use-period': { from: day(25), until: day(755) },
      geography: 'The city of Ellermouth and the town of Harnwick.',
      personal: true,
      'special-category': false,
      criminal: false,
      children: false,
      care: false,
      'data-subjects': 'Shopkeepers who trade under their own name from the address.',
      'people-count': 1400,
      'less-personal':
        'We ask for no names of payers and no accounts. The address and the kind of premises are the least that a letter needs.',
      linkage: true,
      'linkage-with': ['Food hygiene inspections, Ellermouth City Council (open)'],
      'linkage-how': 'Address and postcode.',
      're-identification': 'possible',
      're-identification-care': 'The list is used for letters alone; the app shows only premises that have answered.',
      ...kerbwise.careful,
      'lawful-basis': 'legitimate-interests',
      'lawful-basis-reason':
        'A letter to business premises is what a shopkeeper expects. Whoever does not want another is taken off the list for good.',
      'owner-lawful-basis': 'public-task',
      dpia: 'not-needed',
      'dpia-not-needed-reason': 'Business addresses, no names, one letter a year.',
      expectation: 'A shopkeeper will not be surprised by a letter to the shop.',
      compatible:
        'The data was collected to charge rates. The re-use regulations of 2015 let public bodies share what they hold for other uses; no payer is named.',
      transparency: 'The letter says where we have the address from and how to be taken off.',
      outputs: ['application', 'dataset', 'map'],
      'disclosure-control': 'Nothing of the list is shown; only the answers that premises give.',
      'keep-until': day(755),
      ...declared,
      withhold: { 'commercial-detail': 'Prices are still being worked out and competitors would read them.' },
      'own-ellermouth-noticed': 'Residents will see in the app which doors in their street have no step.',
      'own-ellermouth-spoken': false,
    },
    steps: [
      submitted(on(6, '16:02')),
      checked(on(5, '10:40'), 'steward', {
        regime: 're-use',
        note: 'Both councils are asked for the same. Harnwick has other column names for it; the purpose is one.',
      }),
      checked(on(4, '12:10'), 'm.iqbal-shore', { regime: 're-use', owner: 'harnwick' }),
      noted(
        on(4, '16:15'),
        'steward',
        'Ruth’s standing advice on business rates is for statistics, planning and public services. This is a product, so it comes to her after all.',
      ),
    ],
  }),
];
