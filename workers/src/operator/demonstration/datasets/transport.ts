import type { Shelf } from '../shape.ts';

export const ellerwayShelf: Shelf = {
  organisation: 'ellerway',
  owner: 'd.sorley',
  steward: 'a.quillam',
  datasets: [
    {
      key: 'bus-stop-facilities',
      unit: 'Network Planning',
      access: 'open',
      personalData: 'none',
      title: 'Bus stops and their facilities',
      summary: 'Every stop of the region with kerb height, shelter, seat, light, timetable and departure screen.',
      description: `A list of the stops as people find them: whether you can sit, keep dry, read the timetable, and get on without a step. It goes beyond the national stop register, whose codes it uses.

Each stop is visited every second year, and after a complaint.`,
      keywords: 'bus stops, shelters, accessibility, raised kerb, real-time display, public transport',
      themes: ['TRAN'],
      subjectAreas: ['public-transport', 'walking-cycling'],
      licence: 'ogl-3.0',
      frequency: 'MONTHLY',
      from: '2017-01-01',
      until: 8,
      issued: '2018-01-29',
      modified: 8,
      lineage: 'Survey by tablet on foot; screens and lights are updated from their own systems each night.',
      qualityNotes: 'Kerb heights are rounded to the centimetre. Stops of the Wolds were last visited two years ago.',
      forms: ['stored', 'geojson'],
      columns: `
        stop_code    | string  | Code of the stop
        name         | string  | Name on the flag
        direction    | string  | Compass direction in which the bus leaves
        street       | string  | Street
        ward         | string  | Ward or parish
        council      | string  | Council area
        shelter      | boolean | Whether there is a shelter
        seats        | integer | Seats
        lit          | boolean | Whether it is lit at night
        kerb         | integer cm | Height of the kerb above the road
        step_free    | boolean | Whether a wheelchair can reach and board
        screen       | boolean | Whether there is a screen of departures
        timetable    | boolean | Whether a timetable is posted
        routes       | string  | Routes that call, separated by spaces
        surveyed_on  | date    | Last visit
        longitude    | number degrees | WGS 84
        latitude     | number degrees | WGS 84`,
    },
    {
      key: 'smartcard-journeys',
      unit: 'Ticketing',
      access: 'named',
      personalData: 'personal',
      title: 'Smartcard journeys',
      summary: 'Each touch of an Ellercard on a bus: card code, stop, route, time and product.',
      description: `Cards are coded anew each month, so that nobody can be followed for longer. Even so, a month of journeys tells where somebody lives and works.

Ellerway prefers to give counts between stops by hour. Ask for rows only where counts will not do.`,
      keywords: 'smartcard, ticketing, journeys, boardings, origin and destination, buses',
      themes: ['TRAN'],
      subjectAreas: ['public-transport'],
      licence: 'own-terms',
      frequency: 'MONTHLY',
      contact: { name: 'Ticketing', email: 'ticketing@ellerway.example' },
      from: '2020-01-01',
      until: 30,
      issued: '2022-03-07',
      modified: 15,
      purposeOfCollection: 'To share fares between operators and to prevent fraud.',
      qualityNotes: 'Where people get off is not recorded; it is guessed from the next boarding for 78% of journeys.',
      charge: 'Cost of preparing the extract, about £240 a month of data.',
      forms: ['parquet'],
      columns: `
        card_code    | string  | Code of the card, new each month | indirect
        touched_at   | datetime| When the card was touched | indirect
        operator     | string  | Bus company
        route        | string  | Route number
        stop_code    | string  | Stop of boarding | indirect
        off_stop_code| string  | Stop of leaving, where it could be guessed | indirect
        product      | string  | single, day, week, young, senior …
        concession   | boolean | Whether a concession was used | indirect
        fare         | number £| Fare counted for the journey
        transfer     | boolean | Whether it continues a journey`,
    },
    {
      key: 'concession-pass-holders',
      unit: 'Ticketing',
      access: 'closed',
      visibility: 'organisation',
      personalData: 'special-category',
      title: 'Concession pass holders',
      summary: 'Holders of free travel passes for age or disability.',
      description: 'Kept to issue passes; the ground of a disabled person’s pass is part of it.',
      keywords: 'concessionary travel, passes, disability, older people',
      themes: ['TRAN', 'SOCI'],
      subjectAreas: ['public-transport', 'adult-social-care'],
      licence: 'own-terms',
      frequency: 'DAILY',
      issued: '2024-01-08',
      modified: 1,
      forms: ['csv'],
      columns: `
        pass_no       | string  | Number of the pass | personal
        name          | string  | Name of the holder | personal
        date_of_birth | date    | Date of birth | personal
        postcode      | string  | Home postcode | personal
        kind          | string  | age or disability | special-category
        ground        | string  | Ground of a disabled person's pass | special-category
        issued_on     | date    | Day of issue
        expires_on    | date    | Last day`,
    },
    {
      key: 'cycle-counters',
      unit: 'Active Travel',
      access: 'open',
      personalData: 'none',
      title: 'Cycle counters',
      summary: 'Bicycles counted at fourteen places on the cycle network, day by day.',
      description: 'Loops in the path count wheels by direction. A day with fewer than twenty valid hours is marked.',
      keywords: 'cycling, counters, active travel, cycle routes',
      themes: ['TRAN', 'ENVI'],
      subjectAreas: ['walking-cycling'],
      licence: 'ogl-3.0',
      frequency: 'DAILY',
      contact: { name: 'Active Travel', email: 'activetravel@ellerway.example' },
      from: '2018-05-01',
      until: 1,
      issued: '2018-06-25',
      modified: 1,
      forms: ['stored', 'json'],
      columns: `
        counter_id  | string  | Code of the counter
        place       | string  | Where it lies
        route       | string  | Cycle route
        counted_on  | date    | Day
        in_bound    | integer bicycles | Towards the centre
        out_bound   | integer bicycles | Away from the centre
        total       | integer bicycles | Both together
        valid_hours | integer h | Hours with a valid count
        rain        | number mm | Rain at the harbour station
        maximum     | number °C | Highest temperature of the day
        complete    | boolean | Whether at least twenty hours are valid`,
    },
    {
      key: 'signal-junction-flows',
      unit: 'Network Planning',
      access: 'public-with-terms',
      personalData: 'none',
      title: 'Traffic flows at signal junctions',
      summary: 'Vehicles over the detectors of 140 junctions, in five-minute steps.',
      description:
        'Counts by detector. Detectors count axles in slow traffic twice; a correction for each is in the second file.',
      keywords: 'traffic, flows, signals, junctions, detectors, congestion',
      themes: ['TRAN'],
      subjectAreas: ['roads-traffic'],
      licence: 'own-terms',
      frequency: 'UPDATE_CONT',
      from: '2021-01-01',
      until: 0,
      issued: '2021-10-11',
      modified: 0,
      rights:
        'You accept a limit of ten calls a second, and that figures may be wrong while a detector is under repair.',
      forms: ['api', 'parquet'],
      columns: `
        junction_id | string  | Code of the junction
        detector_id | string  | Code of the detector
        approach    | string  | Road of the approach
        from_time   | datetime| Start of the five minutes
        vehicles    | integer | Vehicles counted
        occupancy   | number %| Share of the time that the detector was covered
        cycle_time  | integer s | Length of the signal cycle
        green_time  | integer s | Green for the approach
        fault       | boolean | Whether the detector reported a fault`,
    },
    {
      key: 'live-bus-departures',
      unit: 'Network Planning',
      access: 'open',
      personalData: 'none',
      title: 'Live bus departures',
      summary: 'Departures of the next two hours from every stop with the delay, as shown on the screens.',
      description: 'A web service for one stop or one route. Answers are at most thirty seconds old.',
      keywords: 'real time, departures, buses, API, arrivals',
      themes: ['TRAN'],
      subjectAreas: ['public-transport'],
      licence: 'ogl-3.0',
      frequency: 'UPDATE_CONT',
      from: 0,
      until: 0,
      issued: '2019-09-02',
      modified: 0,
      forms: ['api'],
      columns: `
        stop_code   | string   | Code of the stop
        route       | string   | Route number
        destination | string   | Destination on the front of the bus
        scheduled   | datetime | Time in the timetable
        expected    | datetime | Time expected
        delay       | integer s| Delay; negative where early
        cancelled   | boolean  | Whether it will not run
        wheelchair_space | boolean | Whether the space was free when last reported
        vehicle     | string   | Fleet number`,
    },
    {
      key: 'interchange-access-audit',
      unit: 'Active Travel',
      access: 'open',
      personalData: 'none',
      title: 'Access audit of interchanges',
      summary: 'Lifts, ramps, kerbs, toilets and signs at the region’s six interchanges, walked with disabled people.',
      description:
        'Each feature was tried by somebody who needs it. What they said stands beside the measurement, without names.',
      keywords: 'accessibility, interchanges, lifts, ramps, step-free, audit',
      themes: ['TRAN', 'SOCI'],
      subjectAreas: ['public-transport', 'walking-cycling'],
      licence: 'cc-by-4.0',
      frequency: 'IRREG',
      from: '2025-03-03',
      until: '2025-06-20',
      issued: '2025-08-04',
      modified: '2025-08-04',
      forms: ['csv', 'pdf'],
      columns: `
        feature_id   | string  | Identifier of the feature
        interchange  | string  | Interchange
        kind         | string  | lift, ramp, crossing, seat, sign, toilet …
        place        | string  | Where it is
        width        | integer cm | Clear width
        gradient     | number %| Slope
        works        | boolean | Whether it worked on the day
        rating       | integer | 1 not usable to 5 easy
        remark       | string  | What the testers said
        audited_on   | date    | Day of the audit`,
    },
  ],
};

export const kittiwakeShelf: Shelf = {
  organisation: 'kittiwake-buses',
  owner: 'p.garrick-low',
  steward: 'p.garrick-low',
  datasets: [
    {
      key: 'boardings-by-stop',
      access: 'named',
      personalData: 'none',
      title: 'Boardings by stop and quarter hour',
      summary: 'People who got on at each stop by route and quarter hour, from the ticket machines.',
      description:
        'A commercial figure: it shows where a rival could make money. Given to councils and to the transport body for planning, under an agreement.',
      keywords: 'boardings, patronage, buses, ticket machines',
      themes: ['TRAN', 'ECON'],
      subjectAreas: ['public-transport'],
      licence: 'own-terms',
      frequency: 'MONTHLY',
      from: '2021-04-01',
      until: 30,
      issued: '2023-02-06',
      modified: 16,
      charge: '£1,500 a year for companies; none for partners in the bus plan.',
      forms: ['csv'],
      columns: `
        service_date | date    | Day
        route        | string  | Route number
        direction    | string  | in or out
        stop_code    | string  | Code of the stop
        quarter_hour | time    | Start of the quarter hour
        boardings    | integer people | People who got on
        concessions  | integer people | Of them with a free pass
        wheelchairs  | integer people | Ramp used
        fares        | number £| Money taken`,
    },
    {
      key: 'vehicle-positions',
      access: 'public-with-terms',
      personalData: 'none',
      title: 'Bus positions',
      summary: 'Where each bus is, every ten seconds, with its route, delay and how full it is.',
      description: 'A feed of the whole fleet in service. Drivers are not in it, and positions stop at the depot gate.',
      keywords: 'vehicle positions, real time, buses, occupancy, tracking',
      themes: ['TRAN'],
      subjectAreas: ['public-transport', 'roads-traffic'],
      licence: 'own-terms',
      frequency: 'UPDATE_CONT',
      from: '2022-06-01',
      until: 0,
      issued: '2022-06-13',
      modified: 0,
      rights: 'Accept the fair-use terms to receive a key.',
      forms: ['api'],
      columns: `
        vehicle     | string   | Fleet number
        route       | string   | Route number
        journey     | string   | Journey code
        recorded_at | datetime | When the position was taken
        longitude   | number degrees | WGS 84
        latitude    | number degrees | WGS 84
        bearing     | integer degrees | Direction
        delay       | integer s| Delay; negative where early
        fullness    | string   | many seats, few seats, standing or full`,
    },
    {
      key: 'driver-rosters',
      access: 'closed',
      visibility: 'organisation',
      personalData: 'personal',
      title: 'Driver rosters',
      summary: 'Who drives what and when.',
      description: 'For the depots.',
      keywords: 'drivers, rosters, depots',
      themes: ['TRAN'],
      licence: 'own-terms',
      frequency: 'WEEKLY',
      issued: '2024-06-03',
      modified: 4,
      forms: ['xlsx'],
      columns: `
        staff_no     | string  | Staff number | personal
        name         | string  | Name | personal
        depot        | string  | Depot
        duty         | string  | Number of the duty
        duty_date    | date    | Day | personal
        starts_at    | time    | Start | personal
        ends_at      | time    | End | personal
        absence      | string  | Kind of absence | special-category`,
    },
  ],
};
