import { textTable } from '#ui';

export const informationNames = ['privacy', 'accessibility', 'terms', 'cookies', 'contact', 'help'] as const;
export type InformationName = (typeof informationNames)[number];

export interface InformationSection {
  readonly heading: string;
  /** Part of the address by which other pages lead here. */
  readonly id?: string;
  readonly paragraphs?: readonly string[];
  readonly points?: readonly string[];
  readonly links?: readonly { readonly href: string; readonly words: string }[];
}

export interface Information {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly InformationSection[];
}

const privacy: Information = {
  title: 'Privacy',
  lead: 'What this service keeps about you, why, and how long. Searching and reading need no account.',
  sections: [
    {
      heading: 'If you only search and read',
      paragraphs: [
        'We set no cookie that follows you and load nothing from other companies. What you search for is not stored with who you are. The server keeps technical logs (time, address of the page, how long it took) so that faults and attacks can be found.',
      ],
    },
    {
      heading: 'If you have an account',
      points: [
        'Your name, e-mail address and the roles you hold in an organisation, so that others can see who did what.',
        'A scrambled form of your password, from which the password cannot be read back.',
        'Your sign-in sessions, and a list of security events such as failed attempts to sign in.',
      ],
    },
    {
      heading: 'What you do to a dataset',
      paragraphs: [
        'Each change is recorded with the time, the person and the organisation acted for. This record can be added to but not rewritten, because others rely on it. Free text in it can be erased where the law asks for that; an entry then says that it was erased. Outside your organisation, people see the organisation and not your name.',
      ],
    },
    {
      heading: 'If you ask for data',
      id: 'requests',
      points: [
        'A draft is seen by you and the colleagues you invite, and by nobody else. One that nobody touches for six months is deleted.',
        'What you submit is read by those who work on it in the organisations that you ask: your name, e-mail address, answers, files, and what your organisation says of itself. Your request shows which organisations have read it.',
        'Messages are read by both sides. Notes among the owner’s staff are not shown to you; the law on freedom of information may oblige them to release those.',
        'A request and the decisions on it are part of the record that is only added to; what you wrote can be erased where the law asks for that.',
      ],
    },
    {
      heading: 'Notices',
      paragraphs: [
        'What we tell you under the bell is kept for 12 months after you have read it, and for 24 months at most.',
      ],
    },
    {
      heading: 'Who is responsible',
      paragraphs: [
        'The organisation that runs this installation is the controller of this data. Write to it to see, correct or erase what it keeps about you. If you are not content with the answer you may complain to the Information Commissioner.',
      ],
      links: [{ href: '/contact', words: 'How to reach us' }],
    },
  ],
};

const accessibility: Information = {
  title: 'Accessibility',
  lead: 'Everybody should be able to use this service, with whatever they use to read a screen.',
  sections: [
    {
      heading: 'What we aim for, and how we check',
      paragraphs: [
        'We aim to meet the Web Content Accessibility Guidelines, version 2.2, level AA. Each page is checked by an automatic tool (axe) at the width of a phone and of a desktop, in the light and in the dark colours, every time the software is built. An automatic tool finds only part of what can be wrong; this version has not yet been tested by people who rely on assistive technology.',
      ],
    },
    {
      heading: 'What you can count on',
      points: [
        'Everything works with the keyboard alone, and the place you are at is always visible.',
        'Text can be enlarged to 400 % without anything getting lost.',
        'Nothing is told by colour alone.',
        'Home, search, dataset and organisation pages can be read without JavaScript.',
        'Light or dark follows your device; you can set it at the foot of each page.',
      ],
    },
    {
      heading: 'What does not work well yet',
      points: [
        'Wide tables of rows and columns scroll sideways on small screens.',
        'Signing in and editing need JavaScript.',
        'Descriptions that come from other catalogues are shown as they were written there.',
      ],
    },
    {
      heading: 'Tell us',
      paragraphs: ['If something stops you, tell us what you were doing and what you use.'],
      links: [{ href: '/contact', words: 'Contact' }],
    },
  ],
};

const terms: Information = {
  title: 'Terms',
  lead: 'What you may do with what you find here.',
  sections: [
    {
      heading: 'The records',
      paragraphs: [
        'The descriptions of public datasets may be read, copied and used by anybody, also by programs. Say where they come from if you pass them on.',
      ],
    },
    {
      heading: 'The data itself',
      paragraphs: [
        'Each dataset has its own licence, shown on its page. It is given by the publisher, not by this service. Where no licence is stated you have no permission until the publisher gives it.',
      ],
    },
    {
      heading: 'What is promised, and what is not',
      paragraphs: [
        'Publishers answer for their descriptions and their data. The service shows what they say, lists what they do not say, and adds nothing of its own. Nothing here is legal advice.',
      ],
    },
    {
      heading: 'Fair use',
      paragraphs: [
        'Programs are welcome. Ask at a rate that leaves room for others; the service answers “too many requests” where it must, and says how long to wait.',
      ],
    },
  ],
};

const cookies: Information = {
  title: 'Cookies',
  lead: 'Two at most, both needed for something you asked for. None of them follows you.',
  sections: [
    {
      heading: 'The session cookie',
      paragraphs: [
        'Set when you sign in, removed when you sign out. It cannot be read by scripts and is sent to this service alone. Without it you cannot stay signed in.',
      ],
    },
    {
      heading: 'theme',
      paragraphs: [
        'Set only if you choose light or dark at the foot of a page, kept for a year. It says “light” or “dark” and nothing else. Choose “As your device” to remove it.',
      ],
    },
    {
      heading: 'Kept in your browser',
      paragraphs: [
        'While you edit a dataset, what you typed is kept in your browser and nowhere else, so that a lost connection or a closed window loses nothing. It goes when you save it, discard it or sign out. The same holds for what you write in a request, a decision or a message until it is saved.',
        'Your basket is kept in this browser until you begin a request with it, empty it or sign out. Filters and texts that you save in your inbox are kept here too.',
      ],
    },
  ],
};

const contact: Information = {
  title: 'Contact',
  lead: 'Whom to write to depends on what it is about.',
  sections: [
    {
      heading: 'About a dataset',
      paragraphs: [
        'Write to its publisher: the address is on the dataset’s page under “Contact”. They know the data; we do not hold it for them unless the page offers a download from here.',
      ],
      links: [{ href: '/datasets', words: 'Find the dataset' }],
    },
    {
      heading: 'About an organisation’s page, or to join',
      paragraphs: [
        'If you speak for an organisation that is listed here, or should be, write to the people who run this installation. They make sure who you are first.',
      ],
    },
    {
      heading: 'About this service',
      paragraphs: [
        'This installation has not been given a public contact address yet. Whoever runs it can be reached through the organisation that gave you its address.',
      ],
    },
  ],
};

const help: Information = {
  title: 'Help',
  lead: 'How to find data, read a dataset’s page, and look after one.',
  sections: [
    {
      heading: 'Finding data',
      id: 'find',
      points: [
        'Type what the data is about. Beginnings of words and small slips of the pen are understood.',
        'Narrow the list on the left: by publisher, theme, who may have it, licence, format. Choices in one group widen the list, choices in different groups narrow it.',
        'The address of the page holds your whole search: keep it or send it to somebody.',
      ],
    },
    {
      heading: 'Who may have it',
      id: 'access',
      points: [
        'Anyone: download it now.',
        'Anyone who accepts the terms: read them, accept, have it.',
        'Members of a group: organisations on a list that the owner keeps.',
        'Organisations the owner approves: each asks, and the owner decides.',
        'Not shared: listed, so that you know it exists.',
        'Ask the publisher: nobody has said yet who may have it. It is never counted as open.',
      ],
    },
    {
      heading: 'Asking for data',
      id: 'asking',
      points: [
        'Put what you need into the basket. You can ask several organisations at once; each decides its own part.',
        'Answer the questions once for all of them. Everything is saved as you write, and you can invite a colleague to help.',
        'To submit you need little: your name, what you want and what for. What an owner needs before saying yes is listed beside it.',
        'Your request shows at each moment where it is, when an answer is due, and what is asked of you. If an owner needs more, their questions stand beside your answers.',
        'A refusal says why, how to have it looked at again, and to whom you can complain.',
      ],
    },
    {
      heading: 'Working on requests',
      id: 'working',
      points: [
        'Your inbox shows what waits for you, the most urgent first. What a colleague holds who is away comes to whoever stands in.',
        'The review page has answers, advice, earlier decisions and the form for your step. What you may not do is listed with the reason, and who may.',
        'Nobody decides on what they asked for, what their own unit asks for, or where they have declared an interest.',
        'If a step waits for a role that nobody holds, the administrators are told and can assign it.',
      ],
    },
    {
      heading: 'Read from another catalogue',
      id: 'source',
      paragraphs: [
        'Some records are read from catalogues that organisations keep elsewhere, and brought up to date from there. A field that a steward set here stays as it was set; the page then also shows what the source says.',
      ],
    },
    {
      heading: 'Describing a dataset',
      id: 'describe',
      paragraphs: [
        'Stewards and data owners of an organisation can add a dataset from the account menu, and edit one from its page. A new one is a draft that only the organisation sees. What you type is kept in the browser until it is saved. If somebody else saved in the meantime you see both versions and lose nothing.',
      ],
    },
    {
      heading: 'How the record is kept',
      id: 'record',
      paragraphs: [
        'Every change is an entry in a ledger: who, when, for which organisation, what. Entries are only ever added. Each is bound to its content by a fingerprint (SHA-256), so that a later change of the content can be noticed. The history of a dataset is on its page under “What changed and when”.',
      ],
    },
    {
      heading: 'For programs',
      id: 'programs',
      paragraphs: ['Everything shown here can be read by programs, in JSON, JSON-LD and Turtle (DCAT-AP).'],
      links: [
        { href: '/api/docs', words: 'Description of the API' },
        { href: '/catalog.ttl', words: 'The whole catalogue in Turtle' },
      ],
    },
  ],
};

export const informationTexts = textTable<Readonly<Record<InformationName, Information>>>({
  privacy,
  accessibility,
  terms,
  cookies,
  contact,
  help,
});
