import { formatNumber, textTable } from '#ui';

export const organisationsTexts = textTable({
  title: 'Organisations',
  description: 'The councils, transport bodies, utilities, companies and universities whose data is described here.',
  intro:
    'Everybody whose data is described here. Some have joined; others are known only because another catalogue names them.',
  standing: { member: 'Member', verified: 'Verified member', unclaimed: 'Not joined yet' },
  count: (count: number) =>
    count === 0 ? 'no dataset yet' : count === 1 ? '1 dataset' : `${formatNumber(count)} datasets`,
  filter: 'Find an organisation',
  none: 'No organisation has that name.',
  empty: 'No organisation is known here yet.',
  loading: 'Reading the organisations',
  joined: 'Joined',
  unclaimed: 'Not joined yet',
  unclaimedIntro:
    'Known from another catalogue. Their data cannot be asked for here; their pages say whom to write to.',
  found: (count: number) => (count === 1 ? 'One organisation' : `${count} organisations`),
  website: 'Website',
  contact: 'Contact',
  contactNone: 'No contact is given. Its website may help.',
  units: 'Parts of this organisation',
  people: 'People and what they do here',
  history: 'History of this organisation',
  standingAdvice: 'Standing advice of this organisation',
  peopleNote: 'Only people of this organisation see this list.',
  partFailed: 'A part of this page could not be fetched. Check your connection and open the page again.',
  name: 'Name',
  part: 'Part',
  roles: 'Roles',
  datasets: 'Datasets',
  datasetsAll: (count: number) => `See all ${formatNumber(count)}`,
  datasetsNone: 'No dataset that you may see.',
  unclaimedTitle: 'This organisation has not joined',
  unclaimedText: (name: string) =>
    `We know of ${name} only because another catalogue names it. Nobody there reads what you do here, and its data cannot be asked for here. Write to it directly.`,
  claim: 'This is us',
  claimText:
    'If you speak for this organisation, write to the people who run this service. They will make sure who you are and hand the page over to you.',
  claimLink: 'Contact',
  letter: 'A letter you can send',
  letterText: 'Copy it, fill in what stands in square brackets, and send it to them.',
  letterCopy: 'Copy the letter',
  letterCopied: 'The letter is copied',
  letterCopyFailed: 'The letter could not be copied. Select it and copy it yourself.',
  letterMail: 'Open it in your mail program',
  letterSubject: 'Request for data',
  letterBody: (organisation: string) =>
    `To ${organisation}

I would like to use data that you hold: [the name of the dataset, or what it is about].

What I want to do with it: [one or two sentences].
Which columns, area and period I need: [as exactly as you can].
In which form: [a file such as CSV, or a service].
How often: [once, or kept up to date].

Could you tell me whether I may have it, under which terms and at what charge? If it is not for you to decide, please tell me who does.

If this is a request that the law asks you to answer within a time limit, please treat it as one, beginning with the day you received it.

[Your name]
[Your organisation, if you write for one]
[Your e-mail address]`,
});
