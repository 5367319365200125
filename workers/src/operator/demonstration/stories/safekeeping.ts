import type { Answers } from '#sharing/domain';

/** What everybody declares at the end. */
export const declared: Answers = {
  conflict: false,
  'no-re-identification': true,
  'publication-understood': true,
  truthful: true,
};

/** How an organisation keeps data: the same in each of its requests, as it is in life. */
interface Safekeeping {
  /** For data that is not about people. */
  readonly plain: Answers;
  /** For data about people, in addition. */
  readonly careful: Answers;
}

const aboutPeople: Answers = {
  'law-enforcement': false,
  confidence: false,
  transfer: false,
  'controller-role': 'separate',
};

const kerbwisePlain: Answers = {
  access: 'Two route planners and the engineer who looks after our map. Nobody else has an account on that machine.',
  processors: ['Stonechat Hosting Limited, Leeds: runs our servers'],
  storage: ['cloud'],
  'storage-place': 'uk',
  certification: ['cyber-essentials'],
  'keep-reason': 'A year of data shows how streets change with the seasons; after that it is stale.',
};

export const kerbwise: Safekeeping = {
  plain: kerbwisePlain,
  careful: {
    ...kerbwisePlain,
    ...aboutPeople,
    'public-body': false,
    training: 'yearly',
    protection:
      'Encrypted on disk and on the way. Sign-in with a security key. Every query is logged, and Wanda Dunnock reads the log each month.',
    incident:
      'We tell the owner’s contact by telephone within four hours and in writing within a day, and take the data off line until they have answered.',
    disposal:
      'Deleted from the database and from backups, which are overwritten after 35 days. The hosting company confirms the overwriting.',
    'disposal-evidence': 'log',
    rights:
      'We cannot tell whom a record is about. Whoever writes to us is sent on to the owner within two working days, and we help to find the record.',
    'reviewed-by': ['legal'],
  },
};

const universityPlain: Answers = {
  access: 'The two researchers named in the project plan and the data manager of the institute.',
  storage: ['own-computers'],
  'storage-place': 'uk',
  certification: ['cyber-essentials-plus', 'iso-27001'],
  'keep-reason': 'So that others can check the published results; the funder asks for it.',
};

export const university: Safekeeping = {
  plain: universityPlain,
  careful: {
    ...universityPlain,
    ...aboutPeople,
    'public-body': true,
    'legal-power':
      'The University’s charter, articles 3 and 4: to advance knowledge by teaching and research; Higher Education and Research Act 2017.',
    training: 'yearly',
    protection:
      'The research data vault: a room without a network to the outside, screens that nothing can be copied from, and a clerk who checks each table before it leaves.',
    incident:
      'The vault’s clerk tells the data protection office of the University at once, which tells the owner within 24 hours.',
    disposal: 'The vault wipes the disks that held the data and keeps a record of their numbers.',
    'disposal-evidence': 'certificate',
    rights:
      'Requests go to the University’s data protection office, which answers within a month together with the owner.',
    'reviewed-by': ['data-protection', 'ethics'],
  },
};

const lanternfishPlain: Answers = {
  access: 'Three analysts of the high-street team. Customers see finished figures only.',
  processors: ['Stonechat Hosting Limited, Leeds: runs our servers'],
  storage: ['cloud'],
  'storage-place': 'uk',
  certification: ['cyber-essentials'],
  'keep-reason': 'Month-on-month figures need the month before, and the same month a year ago.',
};

export const lanternfish: Safekeeping = {
  plain: lanternfishPlain,
  careful: {
    ...lanternfishPlain,
    ...aboutPeople,
    'public-body': false,
    training: 'yearly',
    protection:
      'Encrypted disks, sign-in in two steps, one locked table for each owner’s data. Analysts work on a copy without account numbers.',
    incident: 'Our duty analyst telephones the owner within a day; the table is locked meanwhile.',
    disposal: 'The table is dropped and the snapshots that hold it are deleted.',
    'disposal-evidence': 'log',
    rights: 'Our privacy notice names an address. We find a payer’s rows by the property and answer within a month.',
    'reviewed-by': ['data-protection'],
  },
};

export const plugfield: Answers = {
  access: 'The two planners of our site team.',
  storage: ['cloud'],
  'storage-place': 'uk-and-elsewhere',
  'storage-countries': ['Ireland'],
  certification: ['cyber-essentials'],
  'keep-reason': 'Sites are planned two years ahead.',
};

const councilPlain: Answers = {
  storage: ['own-computers'],
  'storage-place': 'uk',
  certification: ['cyber-essentials-plus'],
  'keep-reason': 'Our schedule for working papers.',
};

/** Of councils, the combined authority and the transport body. */
export const publicBody: Safekeeping = {
  plain: councilPlain,
  careful: {
    ...councilPlain,
    ...aboutPeople,
    'public-body': true,
    training: 'yearly',
    protection:
      'A folder of its own on the council’s network, open to the named officers alone. Laptops are encrypted, and sign-in takes two steps.',
    incident:
      'Reported to our information governance team on the same day, who tell yours within 24 hours under the region’s information sharing framework.',
    disposal: 'The folder is deleted; backups are overwritten after 90 days.',
    'disposal-evidence': 'statement',
    rights: 'Our information governance team answers within a month and asks yours where the record began with you.',
    'reviewed-by': ['data-protection'],
  },
};

const saltingsPlain: Answers = {
  access: 'The manager of the larders and one volunteer coordinator, both checked and under a confidentiality promise.',
  processors: ['Stonechat Hosting Limited, Leeds: keeps our files'],
  storage: ['cloud'],
  'storage-place': 'uk',
  certification: ['cyber-essentials'],
  'keep-reason': 'The lease of a larder is looked at once a year.',
};

export const saltings: Safekeeping = {
  plain: saltingsPlain,
  careful: {
    ...saltingsPlain,
    ...aboutPeople,
    'public-body': false,
    training: 'before-start',
    protection:
      'One encrypted folder that two people can open, with a second step at sign-in. Nothing is printed, and nothing goes on private telephones.',
    incident: 'Kofi Pennywell telephones the council’s data protection officer on the same day.',
    disposal: 'Deleted from the folder and from its recycle bin; the hosting company’s backups end after 30 days.',
    'disposal-evidence': 'statement',
    rights: 'People can come to any larder or write to the trust office. We look within a week, and correct or delete.',
  },
};

/** Of a resident who asks for nobody but themself. */
export const resident: Answers = {
  access: 'I alone.',
  storage: ['own-computers'],
  'storage-place': 'uk',
  'keep-reason': 'Until the article is out and its corrections are done.',
};

const utilityPlain: Answers = {
  access: 'Four officers of the customer records team.',
  storage: ['own-computers'],
  'storage-place': 'uk',
  certification: ['iso-27001'],
  'keep-reason': 'Charges can be put right for six years back, but the match is done once.',
};

/** Of the water company and the bus company. */
export const operatorOfNetwork: Safekeeping = {
  plain: utilityPlain,
  careful: {
    ...utilityPlain,
    ...aboutPeople,
    'public-body': false,
    training: 'yearly',
    protection:
      'Kept in the customer system, where each look at a record is logged and the logs are looked through every quarter.',
    incident: 'Our security desk is staffed day and night, and tells the owner within twelve hours.',
    disposal: 'The file is deleted after the match; only the corrected customer record stays.',
    'disposal-evidence': 'log',
    rights: 'Customers are answered by the records team within a month; what is wrong is put right on the next bill.',
    'reviewed-by': ['data-protection', 'legal'],
  },
};
