import { table } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { es, et } from '../../text.ts';

const LINES = `line;passengers;fare paid;public money per passenger
Rannamae-Suursaar;212400;3.40;4.10
Rannamae-Lehtma;88100;2.90;9.75
Suursaar-Kivirahu;9200;2.10;31.60
`;

export const ferryFares: CommitmentStory = {
  key: 'ferry-fares',
  acts: ({ time, at }) => [
    {
      node: 'kaldavere',
      promise: {
        title: et(
          'Laevapilet, mille hinna saab ise järele arvutada',
          'A ferry fare that anyone can work out again',
        ),
        start: time.month(-15),
        end: time.month(5),
        leads: [{ name: et('Kaldavere Veeteede Amet', 'Kaldavere Waterways Board') }],
        problem: et(
          'Saarlane maksab liinist sõltuvalt kaks kuni üheksa eurot ja keegi ei osanud öelda, miks. Riigi toetus liinide kaupa oli ärisaladus.',
          'An islander pays between two and nine euros, depending on the line, and nobody could say why. Public money by line was a business secret.',
        ),
        what: et(
          'Avaldame hinna valemi, iga liini kulud ja toetuse sõitja kohta kord kvartalis. Hinna muutus pannakse kuus nädalat varem arutelule koos arvutusega.',
          'We publish the formula of the fare, and every quarter the cost of each line and the public money per passenger. A change of fare goes to consultation six weeks before, with the calculation.',
        ),
        how: et(
          'Vaidlus käib siis arvude üle, mitte selle üle, kas neid üldse näidata.',
          'The argument is then about figures, and no longer about whether to show them.',
        ),
        values: ['transparency', 'participation'],
        theme: et('Elu saartel', 'Life on the islands'),
        areas: ['public-service-delivery', 'open-data'],
        sdgs: [11],
        consultation: 'https://osale.kaldavere.example/laevapilet',
        milestones: [
          { key: 'formula', title: et('Valem on avalik', 'The formula is public'), deadline: time.month(0) },
          {
            key: 'lines',
            title: et('Liinide kulud avaandmetena', 'Cost of the lines as open data'),
            deadline: time.month(2),
            indicators: [
              {
                key: 'public-lines',
                text: et('Liine, mille kulud on avalikud', 'Lines whose cost is public'),
                baseline: 0,
                target: 11,
                unit: et('liini', 'lines'),
                deadline: time.month(2),
              },
            ],
          },
          {
            key: 'six-weeks',
            title: et('Esimene hinnamuutus läbi arutelu', 'First change of fare through consultation'),
            deadline: time.month(5),
          },
        ],
      },
    },
    {
      node: 'kaldavere',
      report: {
        period: time.month(-6),
        status: 'limited',
        progress: et(
          'Valem on avalik. Laevafirma vaidlustas kulude avaldamise kohtus.',
          'The formula is public. The shipping company went to court against publishing its costs.',
        ),
        milestones: [
          { key: 'formula', status: 'complete' },
          { key: 'lines', status: 'not-started' },
        ],
      },
    },
    {
      node: 'kaldavere',
      report: {
        period: time.month(-1),
        status: 'substantial',
        progress: et(
          'Kohus andis avalikkusele õiguse. Seitsme liini kulud on väljas, neli väiksemat tulevad järgmises kvartalis.',
          'The court decided for the public. The costs of seven lines are out; four smaller ones follow next quarter.',
        ),
        challenges: et(
          'Väiksematel liinidel on sõitjaid nii vähe, et kuu kaupa arv näitaks üksikut inimest. Avaldame kvartali kaupa.',
          'The smaller lines have so few passengers that monthly figures would show single people. We publish by quarter.',
        ),
        milestones: [
          { key: 'lines', status: 'substantial' },
          { key: 'public-lines', status: 'substantial', value: 7 },
          { key: 'six-weeks', status: 'not-started' },
        ],
        evidence: [
          table(
            at.kaldavere,
            et('Kolme liini kulud sõitja kohta (CSV)', 'Cost per passenger of three lines (CSV)'),
            LINES,
          ),
        ],
      },
    },
    {
      node: 'montaluz',
      assessment: {
        assessor: { name: es('Sindicatura de Cuentas de Montaluz', 'Court of Audit of Montaluz') },
        codes: {
          scheme: 'irm-2021',
          verifiable: true,
          lens: true,
          potential: 'modest',
          completion: 'substantial',
        },
        reasoning: es(
          'Con la fórmula y los costes publicados llegamos al precio de las siete líneas con un error inferior a cinco céntimos. Falta probar el plazo de seis semanas, porque todavía no ha cambiado ningún precio.',
          'With the formula and the costs that are published we arrive at the fare of all seven lines, within five cents. The six weeks are still to be tried: no fare has changed yet.',
        ),
      },
    },
  ],
};
