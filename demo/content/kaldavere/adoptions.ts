import type { AdoptionStory } from '../story.ts';
import { et } from '../text.ts';

export const adoptions: readonly AdoptionStory[] = [
  {
    key: 'one-visit-in-kaldavere',
    node: 'kaldavere',
    practice: 'one-visit',
    from: 'one-visit-in-haesol',
    versions: (time) => [
      {
        chapter: 3,
        body: {
          status: 'trial',
          since: time.month(0),
          gist: et('töötab ka ühenduseta', 'works without a connection'),
          adapted: et(
            'Küsimused, nagu Haesol neid esitab, koos hoolduspere küsimusega. Saartel katkeb ühendus sageli: tahvel hoiab vastused krüptituna alles ja saadab need, kui laev sadamasse jõuab.',
            'The questions as Haesol asks them, with the one for foster families. On the islands the connection often fails: the tablet keeps the answers encrypted and sends them when the ship reaches harbour.',
          ),
          scope: et('Kolm maakonda, neist kaks saartel', 'Three counties, two of them on islands'),
        },
      },
    ],
  },
  {
    key: 'plain-letters-in-kaldavere',
    node: 'kaldavere',
    practice: 'plain-letters',
    from: 'plain-letters-in-montaluz',
    versions: (time) => [
      {
        chapter: 3,
        body: {
          status: 'trial',
          since: time.month(-2),
          gist: et('ka vene keeles lugejad', 'readers in Russian too'),
          adapted: et(
            'Seitsme lugeja asemel üheksa, kolm neist loevad vene keeles. Kiri, mida üks keelerühm ei mõista, ei lähe välja kummaski keeles. Montaluzi samm, et läbikukkunud kiri läheb normi autorile, kehtib esimesest päevast.',
            'Nine readers in place of seven, three of them in Russian. A letter that one language group does not understand goes out in neither. The step from Montaluz, that a failed letter goes to the maker of the rule, applies from the first day.',
          ),
          scope: et('Maksuameti 20 kirja', '20 letters of the tax office'),
        },
      },
    ],
  },
  {
    key: 'water-price-in-kaldavere',
    node: 'kaldavere',
    practice: 'water-price',
    versions: (time) => [
      {
        chapter: 2,
        body: {
          status: 'trial',
          since: time.month(-6),
          gist: et('kaevu järgi, suvilad eraldi', 'by the well, cottages apart'),
          adapted: et(
            'Saarel pole veehoidlat, on kaev, mis suvel soolaseks läheb. Hind käib vee soolsuse järgi. Suvilatel on väiksem baaskogus, sest seal ei ela keegi aasta läbi; püsielanikud kiitsid selle heaks neljahäälelise ülekaaluga.',
            'An island has no reservoir, it has a well that turns salty in summer. The price follows the salt. Summer cottages have a smaller base amount, because nobody lives there all year; the residents passed that by four votes.',
          ),
          scope: et('Kaks saart, 640 majapidamist', 'Two islands, 640 households'),
          outcome: et(
            'Esimesel suvel kulus vett 9% vähem ja kaev ei läinud soolaseks. Sadas ka rohkem kui tavaliselt: enne kolmandat suve me järeldust ei tee.',
            'In the first summer 9% less was used, and the well did not turn salty. It also rained more than usual: we draw no conclusion before the third summer.',
          ),
        },
      },
    ],
  },
  {
    key: 'ten-days-in-kaldavere',
    node: 'kaldavere',
    practice: 'ten-days',
    versions(time) {
      const base = {
        since: time.month(-17),
        gist: et('viie päevaga, siis peatasime', 'within five days, then stopped'),
        adapted: et(
          'Seadsime tähtajaks viis päeva ja võtsime juurde lisad, joonised ja kirjavahetuse.',
          'We set five days and added annexes, drawings and correspondence.',
        ),
        scope: et('Kuus omavalitsust', 'Six municipalities'),
      };
      return [
        { chapter: 2, body: { ...base, status: 'trial' } },
        {
          chapter: 3,
          body: {
            ...base,
            status: 'stopped',
            outcome: et(
              'Peatasime selle üheksa kuu möödudes. Viis päeva ja kõik lisad tähendasid, et keegi pidi iga joonise isikuandmetest puhastama; üks leke juhtus ikkagi. Montaluz avaldab vähem ja jõuab rohkem. Alustame uuesti nende reegliga, ilma oma täiendusteta.',
              'We stopped after nine months. Five days and every annex meant that somebody had to clear each drawing of personal data; one leak happened all the same. Montaluz publishes less and gets further. We shall begin again with their rule, without our additions.',
            ),
            note: et('Peatatud, koos põhjusega.', 'Stopped, and why.'),
          },
        },
      ];
    },
  },
  {
    key: 'right-to-repair-in-kaldavere',
    node: 'kaldavere',
    practice: 'right-to-repair',
    versions: (time) => [
      {
        chapter: 2,
        body: {
          status: 'planned',
          since: time.month(-1),
          gist: et('ka paadimootorid', 'boat engines too'),
          adapted: et(
            'Petitsioon kogus 5000 allkirja ja parlament peab vastama. Eelnõu võtab Montaluzilt toetuse tingimuse ja lisab kalurite paadimootorid.',
            'The petition reached 5,000 names, and parliament must answer. The bill takes the condition on subsidies from Montaluz and adds the engines of fishing boats.',
          ),
          scope: et('Eelnõu', 'A bill'),
        },
      },
    ],
  },
  {
    key: 'repair-room-in-kaldavere',
    node: 'kaldavere',
    practice: 'repair-room',
    versions: (time) => [
      {
        chapter: 2,
        body: {
          status: 'adopted',
          since: time.month(-10),
          gist: et('raamatukogudes, koos laenutusega', 'in libraries, with tools to borrow'),
          adapted: et(
            'Parandustuba on raamatukogus, samal laupäeval, kui digiabi. Tööriistu saab koju laenata nagu raamatuid. Rikete nimekirja avaldame Haesoliga samas vormis, et neid saaks kõrvuti panna.',
            'The repair room is at the library, on the Saturday of the digital help. Tools can be borrowed like books. We publish the list of faults in the form that Haesol uses, so that the two can be laid side by side.',
          ),
          scope: et('23 raamatukogu', '23 libraries'),
          outcome: et(
            'Korda sai 58% toodud asjadest. Kahe riigi nimekirjade järgi on üks kohvimasina liitmik mõlemal pool kõige sagedasem rike.',
            '58% of what was brought works again. By the lists of both countries one joint of a coffee machine is the most frequent fault in each.',
          ),
        },
      },
    ],
  },
  {
    key: 'school-meals-back-home',
    node: 'kaldavere',
    practice: 'school-meals',
    from: 'school-meals-in-montaluz',
    versions: (time) => [
      {
        chapter: 3,
        body: {
          status: 'adopted',
          since: time.month(-5),
          gist: et('lõhnahääletus tuli koju', 'the vote by smell came home'),
          adapted: et(
            'Montaluzi lõhnahääletus lasteaedades ja esimestes klassides. Oa asemel on hernes, sest oad sõid nad ära.',
            'Montaluz’s vote by smell, in nurseries and the first forms. Peas in place of beans, because they ate the beans.',
          ),
          scope: et('40 lasteaeda ja kooli', '40 nurseries and schools'),
          outcome: et('Kolm neljast jättis selle alles.', 'Three in four kept it.'),
        },
      },
    ],
  },
];
