import type {
  CharterInput,
  ContributionInput,
  DeclarationInput,
  GroupInput,
  MeetingInput,
} from '../../node/src/modules/alliances/index.ts';
import { es, et, ko } from './text.ts';
import type { DemoTime } from './time.ts';

/** What the Alliance of the Three Shores did: made up, dated back from the first start of the demo. */

export const allianceCharter: CharterInput = {
  title: et('Kolme kalda põhikiri', 'Charter of the Three Shores'),
  text: et(
    'Kümme põhimõtet, mille järgi me avalikku tööd teeme. Igaüks meist on nendega seotud oma allkirja kaudu.',
    'Ten principles by which we do public work. Each of us is bound by them through its own signature.',
  ),
  principles: [
    {
      key: 'user-needs',
      title: et('Alusta inimese vajadusest', 'Begin with what people need'),
      text: et(
        'Enne kui midagi ehitame, küsime neilt, kes seda kasutavad.',
        'Before we build anything, we ask those who will use it.',
      ),
    },
    {
      key: 'safeguards',
      title: et('Kaitse, mida on vaja kaitsta', 'Protect what must be protected'),
      text: et(
        'Andmeid kogume nii vähe kui saab, ja ütleme, kui miski lekib.',
        'We collect as little data as we can, and we say so when something leaks.',
      ),
    },
    {
      key: 'open-standards',
      title: et('Räägi keelt, mida kõik mõistavad', 'Speak formats that everybody can read'),
    },
    {
      key: 'open-source',
      title: et('Jaga koodi, mille eest rahvas maksis', 'Share the code that the public paid for'),
    },
    {
      key: 'open-markets',
      title: et('Jäta uks lahti ka väiksele pakkujale', 'Leave the door open for small suppliers'),
    },
    {
      key: 'open-government',
      title: et('Näita, mida teed ja mis läks viltu', 'Show what you do, and what went wrong'),
    },
    {
      key: 'inclusion',
      title: et('Ära jäta kedagi ukse taha', 'Leave nobody outside'),
      text: et(
        'Teenus, mida ei saa kasutada klaviatuuri, ekraanilugeja või vana telefoniga, ei ole valmis.',
        'A service that a keyboard, a screen reader or an old phone cannot use is not finished.',
      ),
    },
    {
      key: 'skills',
      title: et('Õpi ja õpeta', 'Learn, and teach'),
    },
    {
      key: 'co-creation',
      title: et('Proovi väikselt ja koos', 'Try things small, and together'),
    },
    {
      key: 'sustainability',
      title: et('Ehita nii, et lapsed jaksavad maksta', 'Build what our children can afford to keep'),
    },
  ],
  adoption: 'all',
  rotation: { order: 'admission', months: 12 },
};

/** Terms of the chair: the one that is over, and the present one. */
export const chairTerms = {
  montaluz: (time: DemoTime) => ({ start: `${time.month(-16)}-01`, end: `${time.month(-4)}-01` }),
  haesol: (time: DemoTime) => ({
    start: `${time.month(-4)}-01`,
    end: `${time.month(8)}-01`,
    note: es('Gracias por un año de trabajo común.', 'Thank you for a year of common work.'),
  }),
};

export const plainLetters: DeclarationInput = {
  title: et('Arusaadavate kirjade deklaratsioon', 'Declaration on plain letters'),
  text: et(
    'Meie asutused kirjutavad nii, et ühest lugemisest piisab.\n\nKiri ütleb kõigepealt, mida lugeja peab tegema ja mis ajaks.',
    'Our offices write so that one reading is enough.\n\nA letter says first what its reader has to do, and by when.',
  ),
  principles: ['user-needs', 'inclusion'],
};

export const openMinutes: DeclarationInput = {
  title: es('Declaración sobre actas abiertas', 'Declaration on open minutes'),
  text: es(
    'Publicamos el acta de cada reunión común en diez días, con lo que no se acordó.',
    'We publish the minutes of every common meeting within ten days, with what was not agreed.',
  ),
  principles: ['open-government'],
};

export const identityGroup = (leads: string[], time: DemoTime): GroupInput => ({
  title: ko('디지털 신원', 'Digital identity'),
  mandate: ko(
    '한 나라의 주민이 다른 나라에서 로그인하고 참여할 때 필요한 것을 다룹니다. 개인 정보의 교환은 다루지 않습니다.',
    'What is needed for people of one country to log in and take part in another. Exchanging personal data is not its task.',
  ),
  principles: ['safeguards', 'open-standards'],
  leads,
  start: time.month(-10),
});

export const lettersGroup = (leads: string[], time: DemoTime): GroupInput => ({
  title: es('Lenguaje claro', 'Plain language'),
  mandate: es(
    'Reunir cartas que se entienden y las que no, y escribir juntos las siguientes.',
    'To collect letters that are understood and letters that are not, and to write the next ones together.',
  ),
  principles: ['user-needs', 'inclusion', 'skills'],
  leads,
  start: time.month(-14),
});

export const pastMeeting = (time: DemoTime): Omit<MeetingInput, 'group'> => ({
  level: 'ministerial',
  title: es('Reunión anual en Montaluz', 'Yearly meeting in Montaluz'),
  start: `${time.month(-3)}-12T09:30`,
  end: `${time.month(-3)}-13T16:00`,
  zone: 'America/Montevideo',
  place: es('Casa del Agua, Montaluz', 'House of Water, Montaluz'),
  host: { name: es('Secretaría de Gobierno Abierto', 'Open Government Secretariat') },
  agenda: [
    {
      title: es('Qué fue de lo prometido', 'What became of what we promised'),
      text: es('Cada miembro cuenta uno que falló.', 'Each member tells of one that failed.'),
    },
    { title: es('Cartas claras: texto común', 'Plain letters: a common text') },
    { title: es('Quién preside el próximo año', 'Who has the chair next year') },
  ],
  minutes: {
    text: es(
      'Los tres miembros acordaron el texto sobre cartas claras. Sobre actas abiertas quedó una pregunta de plazos.',
      'The three members agreed on the text on plain letters. On open minutes a question of time limits was left.',
    ),
  },
});

export const nextMeeting = (time: DemoTime): MeetingInput => ({
  level: 'cio',
  title: ko('정보화 책임관 봄 회의', 'Spring meeting of chief information officers'),
  start: `${time.month(3)}-18T14:00`,
  end: `${time.month(3)}-18T17:30`,
  zone: 'Asia/Seoul',
  place: ko('해솔 정부혁신처', 'Government Innovation Office of Haesol'),
  online: 'https://meet.haesol.example/spring',
  agenda: [
    { title: ko('국경을 넘는 로그인: 반년의 경험', 'Logins across borders: half a year of experience') },
    { title: ko('함께 쓰는 코드의 유지 관리', 'Who looks after shared code') },
  ],
});

export const contributions = {
  kaldavere: (time: DemoTime): ContributionInput => ({
    type: 'code',
    title: et('Praamiplaadi kood', 'Code of the ferry tags'),
    text: et(
      'Andsime liikmetele koodi ja kaks nädalat tuge.',
      'We gave members the code, and two weeks of support with it.',
    ),
    date: time.month(-7),
    principles: ['open-source', 'open-standards'],
  }),
  montaluz: (time: DemoTime): ContributionInput => ({
    type: 'hosting',
    title: es('Anfitriones de la reunión anual', 'Host of the yearly meeting'),
    date: time.month(-3),
    principles: ['open-government'],
  }),
  haesol: (time: DemoTime): ContributionInput => ({
    type: 'hours',
    title: ko('쉬운 편지 작업반', 'Workshop on plain letters'),
    text: ko(
      '세 나라의 편지 40통을 함께 고쳐 썼습니다.',
      'Forty letters of three countries, rewritten together.',
    ),
    date: time.month(-1),
    hours: 120,
    principles: ['user-needs', 'skills'],
  }),
};
