import { demonstrationDomain } from '#organisations/server';
import type { DemonstrationPerson } from './shape.ts';

/** One password for all of them, shown at every start: an installation with these accounts listens on loopback alone. */
export const demonstrationPassword = 'wayleave-demo';

export const emailOf = (person: Pick<DemonstrationPerson, 'key'>): string => `${person.key}@${demonstrationDomain}`;

/** One account for each role; most of them in one council, so that a case can be played from its start to its end. */
const players: readonly DemonstrationPerson[] = [
  {
    key: 'requester',
    part: 'requester',
    name: 'Priya Hallworth',
    organisation: 'kerbwise',
    roles: ['requester', 'signatory'],
  },
  {
    key: 'owner',
    part: 'data owner',
    name: 'Gwen Oldacre',
    organisation: 'ellermouth',
    unit: 'Highways and Parking',
    roles: ['requester', 'owner'],
  },
  {
    key: 'steward',
    part: 'steward',
    name: 'Daniel Osgathorpe',
    organisation: 'ellermouth',
    unit: 'Data and Insight',
    roles: ['requester', 'steward'],
  },
  {
    key: 'dpo',
    part: 'data protection adviser',
    name: 'Ruth Ferrensby',
    organisation: 'ellermouth',
    roles: ['requester', 'adviser:data-protection'],
  },
  { key: 'siro', part: 'SIRO', name: 'Malcolm Treddle', organisation: 'ellermouth', roles: ['requester', 'siro'] },
  {
    key: 'board',
    part: 'board member',
    name: 'Ifeoma Baxenden',
    organisation: 'eller-estuary-data-board',
    roles: ['requester', 'board-member', 'board-chair'],
  },
  {
    key: 'signatory',
    part: 'signatory',
    name: 'Colin Wraysby',
    organisation: 'ellermouth',
    roles: ['requester', 'signatory'],
  },
  {
    key: 'administrator',
    part: 'administrator',
    name: 'Yasmin Thorlby',
    organisation: 'ellermouth',
    roles: ['requester', 'administrator'],
  },
  {
    key: 'operator',
    part: 'operator',
    name: 'Sam Lowdale',
    organisation: 'eller-estuary',
    roles: ['requester'],
    operator: true,
  },
];

const person = (
  key: string,
  name: string,
  organisation: string,
  ...roles: DemonstrationPerson['roles']
): DemonstrationPerson => ({
  key,
  name,
  organisation,
  roles: ['requester', ...roles],
});

/** Those who answer for the data of the other organisations and units. */
const colleagues: readonly DemonstrationPerson[] = [
  person('h.castledine', 'Helen Castledine', 'ellermouth', 'owner'),
  person('o.adebayne', 'Oluwaseun Adebayne', 'ellermouth', 'owner'),
  person('l.marchbank', 'Lena Marchbank', 'ellermouth', 'adviser:legal'),
  person('m.threlkeld', 'Moira Threlkeld', 'ellermouth', 'adviser:caldicott'),
  person('r.tansley', 'Robin Tansley', 'harnwick', 'owner', 'siro', 'signatory'),
  person('m.iqbal-shore', 'Maryam Iqbal-Shore', 'harnwick', 'steward', 'adviser:data-protection'),
  person('j.wetherlam', 'Joan Wetherlam', 'thaxby-wolds', 'owner', 'steward', 'administrator'),
  person('f.okonjo-hale', 'Femi Okonjo-Hale', 'eller-estuary', 'owner'),
  person('c.blenkin', 'Carys Blenkin', 'eller-estuary', 'steward', 'facilitator'),
  person('d.sorley', 'Dev Sorley', 'ellerway', 'owner'),
  person('a.quillam', 'Anna Quillam', 'ellerway', 'steward', 'signatory'),
  person('p.garrick-low', 'Pete Garrick-Low', 'kittiwake-buses', 'owner', 'steward', 'signatory'),
  person('n.farrowell', 'Nisha Farrowell', 'eller-wold-water', 'owner', 'steward', 'signatory'),
  person('g.hexby', 'Graham Hexby', 'holm-power', 'owner', 'steward'),
  person('t.lindqvist-moor', 'Tove Lindqvist-Moor', 'lanternfish', 'owner', 'steward', 'signatory'),
  person('b.achterby', 'Bram Achterby', 'plugfield', 'owner', 'steward'),
  person('e.sandholme', 'Eleri Sandholme', 'university-of-ellermouth', 'owner', 'steward', 'signatory'),
  person('k.pennywell', 'Kofi Pennywell', 'saltings-trust', 'owner', 'steward', 'administrator', 'signatory'),
  person('w.dunnock', 'Wanda Dunnock', 'kerbwise', 'owner', 'steward', 'administrator'),
];

/** Those who ask for data and answer for none. */
const askers: readonly DemonstrationPerson[] = [
  {
    key: 'a.brandreth',
    name: 'Aled Brandreth',
    organisation: 'university-of-ellermouth',
    unit: 'Institute for Coastal Cities',
    roles: ['requester'],
  },
  {
    key: 's.penhallow',
    name: 'Sunita Penhallow',
    organisation: 'university-of-ellermouth',
    unit: 'School of Health Sciences',
    roles: ['requester'],
  },
  { key: 'v.ashlock', name: 'Verity Ashlock', organisation: 'harnwick', unit: 'Housing', roles: ['requester'] },
  person('d.marrow', 'Dilys Marrow', 'saltings-trust'),
  { key: 'i.merrowdale', name: 'Isobel Merrowdale', roles: ['requester'] },
];

export const people: readonly DemonstrationPerson[] = [...players, ...colleagues, ...askers];

/** What `demonstration --accounts` prints, one a line. */
export const accounts = players.map((player) => ({
  email: emailOf(player),
  password: demonstrationPassword,
  role: player.part ?? '',
}));
