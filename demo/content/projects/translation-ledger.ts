import { es, et, ko } from '../text.ts';
import { type Deed, entry } from './deed.ts';

/** What the lead says of each contribution that has come. */
const ARRIVED: Readonly<Record<string, object>> = {
  money: { amount: '25000', unit: 'EUR' },
  servers: { amount: '2', unit: 'pieces' },
  code: { amount: '48', unit: 'changes' },
};

/** What each puts into the translation memory, and what becomes of it. */
export const translationLedger: readonly Deed[] = [
  entry('translation hours', 'kaldavere', 3, [], {
    ...{ type: 'contribution', amount: '320', unit: 'hours' },
    text: et('Keeletehnoloogi ja toimetaja töö', 'Work of a language engineer and an editor'),
  }),
  entry('translation pledge', 'montaluz', 3, [], {
    ...{ type: 'pledge', amount: '40000', unit: 'EUR' },
    text: es('Del presupuesto de innovación de este año', 'From this year’s budget for innovation'),
  }),
  entry('translation money', 'montaluz', 4, ['translation pledge'], ({ sub }) => ({
    ...{ type: 'contribution', amount: '25000', unit: 'EUR', of: sub('translation pledge') },
    text: es('Primera mitad', 'First half'),
  })),
  entry('translation servers', 'montaluz', 4, [], {
    ...{ type: 'contribution', amount: '2', unit: 'pieces' },
    text: es('Dos servidores del centro de cálculo', 'Two servers of the computing centre'),
  }),
  entry('translation code', 'haesol', 4, [], {
    ...{ type: 'contribution', amount: '48', unit: 'changes' },
    text: ko('검색 엔진에 반영된 변경', 'Changes that were taken into the search engine'),
  }),
  entry('translation won', 'haesol', 4, [], {
    ...{ type: 'pledge', amount: '30000000', unit: 'KRW' },
    text: ko('내년 예산에서', 'From next year’s budget'),
  }),
  ...['money', 'servers', 'code'].map((what) =>
    entry(`translation ${what} arrived`, 'kaldavere', 5, [`translation ${what}`], ({ sub }) => ({
      ...{ type: 'acknowledgement', of: sub(`translation ${what}`) },
      ...ARRIVED[what],
    })),
  ),
  entry('translation hosting', 'kaldavere', 5, [], {
    ...{ type: 'spending', amount: '18400.5', unit: 'EUR', workPackage: 'search' },
    text: et('Majutus ja turvakontroll', 'Hosting and a security review'),
  }),
  entry('translation typo', 'kaldavere', 5, [], {
    ...{ type: 'spending', amount: '740', unit: 'EUR', workPackage: 'offices' },
    text: et('Koolitus', 'Training'),
  }),
  entry('translation correction', 'kaldavere', 5, ['translation typo'], ({ sub }) => ({
    ...{ type: 'reversal', of: sub('translation typo') },
    text: et('Koolituse maksis Montaluz ise.', 'Montaluz paid for the training itself.'),
  })),
  entry('translation hours used', 'kaldavere', 5, [], {
    ...{ type: 'spending', amount: '212.5', unit: 'hours', workPackage: 'texts' },
    text: et('Kolm tuhat dokumenti', 'Three thousand documents'),
  }),
];
