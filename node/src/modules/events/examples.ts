import type { EventInput } from './event.ts';
import type { OutcomeInput } from './outcome.ts';

/** A conference, a series and an outcome, as tests show them. Places and bodies are made up. */
export const exampleEvent: EventInput = {
  title: { source: 'et', et: 'Avatud riigi päevad', en: 'Open government days' },
  summary: { source: 'en', en: 'Two days on what three countries tried and what came of it.' },
  type: 'conference',
  mode: 'hybrid',
  status: 'confirmed',
  zone: 'Europe/Tallinn',
  start: '2027-03-04T09:00',
  end: '2027-03-05T16:00',
  hosts: [{ name: { source: 'en', en: 'Government Office of Kaldavere' } }],
  places: [{ name: { source: 'en', en: 'Harbour Hall' }, address: { source: 'en', en: 'Rannatee 1' } }],
  topics: ['government'],
  languages: ['et', 'en'],
  sessions: [
    {
      key: 'opening',
      title: { source: 'en', en: 'What an open log changes' },
      kind: 'keynote',
      start: '2027-03-04T10:00',
      end: '2027-03-04T11:00',
      speakers: [
        {
          key: 'a',
          name: 'Maret Tamm',
          role: { source: 'en', en: 'Head of open data' },
          organisation: { name: { source: 'en', en: 'Government Office' } },
        },
        { key: 'b', name: 'Jaan Kask' },
      ],
    },
    {
      key: 'seoul',
      title: { source: 'en', en: 'Plain letters' },
      kind: 'talk',
      start: '2027-03-04T18:30',
      end: '2027-03-04T19:30',
      zone: 'Asia/Seoul',
    },
  ],
  registration: { guests: true, places: { 'in-person': 2, online: 100 } },
};

export const exampleSeries: EventInput = {
  title: { source: 'en', en: 'Data clinic' },
  summary: { source: 'en', en: 'Bring a dataset, leave with a description of it.' },
  type: 'workshop',
  mode: 'online',
  status: 'confirmed',
  zone: 'Europe/Tallinn',
  start: '2027-03-16T10:00',
  end: '2027-03-16T12:00',
  recurrence: {
    rule: 'FREQ=WEEKLY;COUNT=6',
    except: ['2027-04-06T10:00'],
    changed: [
      { at: '2027-03-23T10:00', start: '2027-03-24T13:00', end: '2027-03-24T15:00' },
      { at: '2027-03-30T10:00', cancelled: true },
    ],
  },
  hosts: [{ name: { source: 'en', en: 'Statistics Kaldavere' } }],
  topics: ['government'],
};

export const exampleOutcome: OutcomeInput = {
  summary: { source: 'en', en: 'Three countries agreed to publish their registers in one format.' },
  recordings: [
    {
      label: { source: 'en', en: 'Day one' },
      url: 'https://video.example/1',
      languages: ['en'],
      subtitles: ['et'],
    },
  ],
  documents: [
    {
      label: { source: 'en', en: 'Conclusions' },
      url: 'https://files.example/conclusions.pdf',
      sha256: 'a'.repeat(64),
    },
  ],
  attended: 120,
};
