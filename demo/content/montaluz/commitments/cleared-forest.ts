import type { CommitmentStory, Promised } from '../../story.ts';
import { es, ko } from '../../text.ts';

export const clearedForest: CommitmentStory = {
  key: 'cleared-forest',
  acts({ time }) {
    const promise: Promised = {
      title: es(
        'Quién limpia qué monte, en un mapa, antes del verano',
        'Who clears which forest, on a map, before the summer',
      ),
      start: time.month(-16),
      end: time.month(-7),
      leads: [{ name: es('Consejería de Montes de Montaluz', 'Forest Department of Montaluz') }],
      supporting: [{ name: es('Bomberos Forestales', 'Forest Fire Service') }],
      problem: es(
        'Los contratos de desbroce se pagan por hectárea y nadie comprueba la hectárea. En el incendio de Peña Roja ardieron 90 hectáreas que figuraban como limpias.',
        'Clearing is paid by the hectare, and nobody checks the hectare. In the fire of Peña Roja 90 hectares burned that stood on paper as cleared.',
      ),
      what: es(
        'Cada contrato lleva su mapa y dos fotos con fecha, antes y después. Los vecinos y los bomberos pueden marcar lo que no está limpio.',
        'Each contract has its map and two dated pictures, before and after. Residents and firefighters can mark what is not cleared.',
      ),
      how: es(
        'Lo que no se ve no se paga, y los bomberos saben por dónde pueden entrar.',
        'What cannot be seen is not paid, and firefighters know where they can go in.',
      ),
      values: ['transparency', 'accountability', 'participation'],
      theme: es('Montes y agua', 'Forests and water'),
      areas: ['environment-climate', 'public-procurement'],
      sdgs: [13, 15],
      budget: es(
        '340.000 para el mapa; los contratos cuestan lo mismo.',
        '340,000 for the map; the contracts cost what they did.',
      ),
      consultation: 'https://participa.montaluz.example/monte',
      milestones: [
        { key: 'map', title: es('El mapa está abierto', 'The map is open'), deadline: time.month(-10) },
        {
          key: 'contracts',
          title: es('Todos los contratos con fotos', 'All contracts with pictures'),
          deadline: time.month(-7),
          indicators: [
            {
              key: 'hectares',
              text: es('Hectáreas contratadas con fotos', 'Hectares under contract with pictures'),
              baseline: 0,
              target: 18400,
              unit: es('ha', 'ha'),
              deadline: time.month(-7),
            },
          ],
        },
        {
          key: 'marks',
          title: es('Vecinos y bomberos pueden marcar', 'Residents and firefighters can mark'),
          deadline: time.month(-7),
        },
      ],
    };
    return [
      { node: 'montaluz', promise },
      {
        node: 'montaluz',
        report: {
          period: time.month(-9),
          status: 'limited',
          progress: es(
            'El mapa está abierto con 11 contratos de 96.',
            'The map is open, with 11 contracts of 96.',
          ),
          milestones: [
            { key: 'map', status: 'complete' },
            { key: 'contracts', status: 'limited' },
            { key: 'hectares', status: 'limited', value: 1900 },
          ],
        },
      },
      {
        node: 'montaluz',
        promise: {
          ...promise,
          end: time.month(-3),
          note: es(
            'Cuatro meses más: las empresas llevaron a los tribunales la obligación de las fotos, y perdieron.',
            'Four more months: the companies took the duty to take pictures to court, and lost.',
          ),
        },
      },
      {
        node: 'montaluz',
        report: {
          period: time.month(-2),
          status: 'limited',
          progress: es(
            'Tienen fotos 41 contratos. El nuevo plazo también se ha pasado y el verano empezó sin los otros 55. Desde este mes no se paga sin fotos.',
            '41 contracts have pictures. The new deadline has passed as well, and the summer began without the other 55. From this month nothing is paid without pictures.',
          ),
          challenges: es(
            'En los barrancos no hay cobertura y las fotos llegan días después.',
            'There is no signal in the gorges, and pictures come days later.',
          ),
          milestones: [
            { key: 'contracts', status: 'limited' },
            { key: 'hectares', status: 'limited', value: 7700 },
            { key: 'marks', status: 'not-started' },
          ],
        },
      },
      {
        node: 'haesol',
        assessment: {
          assessor: { name: ko('해솔 산불연구소', 'Wildfire Institute of Haesol') },
          codes: {
            scheme: 'irm-2021',
            verifiable: true,
            lens: true,
            potential: 'substantial',
            completion: 'limited',
          },
          reasoning: ko(
            '위성 사진 두 장으로 계약 41건을 살폈고 38건은 사진과 같았습니다. 정부가 늦었다고 스스로 말한 것도 사실입니다. 주민이 표시하는 기능은 아직 없습니다.',
            'With two satellite pictures we looked at the 41 contracts, and 38 are as the photographs show. It is also true that they are late, as they say themselves. Residents cannot mark anything yet.',
          ),
          milestones: [{ key: 'contracts', completion: 'limited' }],
        },
      },
    ];
  },
};
