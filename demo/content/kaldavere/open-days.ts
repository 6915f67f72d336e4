import type { EventStory } from '../story.ts';
import { et } from '../text.ts';

export const openDays: EventStory = {
  key: 'open-days',
  node: 'kaldavere',
  chapter: 3,
  body(time) {
    const [first, second] = [time.day(54), time.day(55)];
    return {
      title: et('Avatud riigi päevad Kaldaveres', 'Open government days in Kaldavere'),
      summary: et(
        'Kaks päeva sellest, mida kolm riiki on teineteiselt üle võtnud ja mis seejuures untsu läks. Saalis on kaks külaliskohta, kõik muu toimub veebis.',
        'Two days on what three countries took over from each other, and what went wrong. The hall has two seats for guests; everybody else is online.',
      ),
      description: et(
        'Igal ettekandel on pool tundi, millest pool jääb küsimustele. Montaluz ja Haesol räägivad omalt maalt, nende oma kellaajal.\n\nSalvestused ja kokkuvõte ilmuvad siin kahe nädala jooksul.',
        'Each talk has half an hour, and half of that is for questions. Montaluz and Haesol speak from home, at an hour that suits them.\n\nRecordings and conclusions appear here within two weeks.',
      ),
      type: 'conference',
      mode: 'hybrid',
      status: 'confirmed',
      zone: 'Europe/Tallinn',
      start: `${first}T09:30`,
      end: `${second}T16:00`,
      hosts: [{ name: et('Kaldavere Riigikantselei', 'Government Office of Kaldavere') }],
      places: [
        {
          name: et('Sadamamaja väike saal', 'Small hall of the Harbour House'),
          address: et('Rannatee 1, Kaldavere', 'Rannatee 1, Kaldavere'),
          access: et(
            'Sissepääs on trepita, saalis on kuulmissilmus.',
            'The entrance has no steps; the hall has a hearing loop.',
          ),
        },
      ],
      online: 'https://live.kaldavere.example/open-days',
      topics: ['government', 'international'],
      languages: ['et', 'en'],
      registration: { guests: true, places: { 'in-person': 2, online: 300 } },
      sessions: [
        {
          key: 'opening',
          title: et('Mida avatud logi muudab', 'What an open log changes'),
          kind: 'keynote',
          start: `${first}T10:00`,
          end: `${first}T11:00`,
          room: et('Väike saal', 'Small hall'),
          speakers: [
            {
              key: 'a',
              name: 'Maret Tamm',
              role: et('Avaandmete juht', 'Head of open data'),
              organisation: { name: et('Riigikantselei', 'Government Office') },
            },
          ],
        },
        {
          key: 'letters',
          title: et('Selged kirjad: kuidas ametnik kirjutab ümber', 'Plain letters: how an office rewrites'),
          about: et(
            'Kaks ametit näitavad sama kirja enne ja pärast.',
            'Two offices show the same letter before and after.',
          ),
          kind: 'talk',
          start: `${first}T18:30`,
          end: `${first}T19:15`,
          zone: 'Asia/Seoul',
          speakers: [
            {
              key: 'a',
              role: et('Keeletoimetaja', 'Language editor'),
              organisation: { name: et('Haesoli uuendusamet', 'Government Innovation Office of Haesol') },
            },
          ],
        },
        {
          key: 'clinic',
          title: et('Külakliinik kaameras', 'The village clinic on camera'),
          kind: 'demonstration',
          start: `${first}T10:30`,
          end: `${first}T11:30`,
          zone: 'America/Montevideo',
          speakers: [
            {
              key: 'a',
              role: et('Perearst', 'Family doctor'),
              organisation: {
                name: et('Montaluzi terviseministeerium', 'Ministry of Health of Montaluz'),
              },
            },
          ],
        },
        {
          key: 'failed',
          title: et('Mis ebaõnnestus', 'What failed'),
          kind: 'panel',
          start: `${second}T10:00`,
          end: `${second}T12:00`,
          room: et('Väike saal', 'Small hall'),
          languages: ['en'],
        },
      ],
      links: [
        { label: et('Kava trükiks', 'Programme to print'), url: 'https://kaldavere.example/open-days.pdf' },
      ],
    };
  },
  registered: ['mari', 'toomas', 'kadri', 'peeter'],
};
