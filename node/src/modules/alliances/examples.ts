import type { CharterInput } from './bodies/charter.ts';
import type { ContributionInput } from './bodies/contribution.ts';
import type { DeclarationInput } from './bodies/declaration.ts';
import type { GroupInput } from './bodies/group.ts';
import type { MeetingInput } from './bodies/meeting.ts';

/** What members of an alliance publish, as tests show it. Places are made up. */
export const exampleCharter: CharterInput = {
  title: { source: 'en', en: 'Charter of the North', et: 'Põhja harta' },
  text: { source: 'en', en: 'What we hold in common.' },
  principles: [
    { key: 'user-needs', title: { source: 'en', en: 'Begin with what people need' } },
    { key: 'open-source', title: { source: 'en', en: 'Share the code' } },
  ],
  adoption: 'all',
  rotation: { order: 'admission', months: 12 },
};

export const exampleDeclaration: DeclarationInput = {
  title: { source: 'en', en: 'On plain letters' },
  text: { source: 'en', en: 'Our offices write so that one reading is enough.' },
  principles: ['user-needs'],
};

export const exampleMeeting: MeetingInput = {
  level: 'ministerial',
  title: { source: 'en', en: 'Yearly meeting' },
  start: '2026-10-05T09:30',
  end: '2026-10-06T16:00',
  zone: 'Europe/Tallinn',
  place: { source: 'en', en: 'Town hall of Kaldavere' },
  agenda: [{ title: { source: 'en', en: 'What became of last year’s promises' } }],
};

export const exampleGroup = (leads: string[]): GroupInput => ({
  title: { source: 'en', en: 'Digital identity' },
  mandate: { source: 'en', en: 'How people of one member log in at another.' },
  principles: ['user-needs'],
  leads,
  start: '2026-01',
});

export const exampleContribution: ContributionInput = {
  type: 'hours',
  title: { source: 'en', en: 'Two weeks of testing' },
  date: '2026-09',
  hours: 80,
};
