import type { NodeProfile } from '../../node/src/kernel/database/tables/partners.ts';
import type { NodeKey } from './story.ts';

export interface DemoCountry {
  key: NodeKey;
  profile: NodeProfile;
  /** Who can log in, and what they may do. */
  accounts: ReadonlyArray<{ role: string; name: string; permissions: readonly string[] }>;
  /** People who live there, for the test eID. */
  people: ReadonlyArray<{ code: string; name: string }>;
}

/** The three countries of the demo, in the order of their ports. */
export const countries: readonly DemoCountry[] = [
  {
    key: 'kaldavere',
    profile: {
      name: 'Kaldavere',
      nativeName: 'Kaldavere',
      nativeLang: 'et',
      body: 'Government Office of Kaldavere',
      address: 'Rannatee 1, Kaldavere',
      email: 'open@kaldavere.example',
      // The sun over the sea: half a disc on the horizon, two waves under it.
      mark: ['M9.5 15.5A6.5 6.5 0 0 1 22.5 15.5', 'M6.5 18.5H25.5', 'M9 23q2.3-2 4.7 0t4.6 0 4.7 0'],
    },
    accounts: [
      { role: 'admin', name: 'Administrator', permissions: ['*'] },
      { role: 'editor', name: 'Liis, practice editor', permissions: ['practices.*'] },
    ],
    people: [
      { code: 'mari', name: 'Mari Saar' },
      { code: 'toomas', name: 'Toomas Rand' },
      { code: 'kadri', name: 'Kadri Lepik' },
      { code: 'peeter', name: 'Peeter Oja' },
    ],
  },
  {
    key: 'montaluz',
    profile: {
      name: 'Montaluz',
      nativeName: 'Montaluz',
      nativeLang: 'es',
      body: 'Open Government Secretariat of Montaluz',
      address: 'Plaza del Agua 4, Montaluz',
      email: 'abierto@montaluz.example',
      // A ridge, and the light above it.
      mark: [
        'M6 22.5 12.5 12.5 17 19',
        'M15 16.5 18.5 13.5 26 22.5',
        'M22.5 7A2.2 2.2 0 0 1 22.5 11.4A2.2 2.2 0 0 1 22.5 7Z',
      ],
    },
    accounts: [
      { role: 'admin', name: 'Administrator', permissions: ['*'] },
      { role: 'editor', name: 'Inés, practice editor', permissions: ['practices.*'] },
    ],
    people: [
      { code: 'lucia', name: 'Lucía Ferrer' },
      { code: 'mateo', name: 'Mateo Ríos' },
    ],
  },
  {
    key: 'haesol',
    profile: {
      name: 'Haesol',
      nativeName: '해솔',
      nativeLang: 'ko',
      body: 'Government Innovation Office of Haesol',
      address: '7 Solsup-ro, Haesol',
      email: 'open@haesol.example',
      // A pine: a trunk, and branches that droop to both sides.
      mark: [
        'M16 7V25.5',
        'M10.5 13.5Q14.5 13 16 9.5 17.5 13 21.5 13.5',
        'M8.5 20Q14 19.5 16 15 18 19.5 23.5 20',
        'M12 25.5H20',
      ],
    },
    accounts: [
      { role: 'admin', name: 'Administrator', permissions: ['*'] },
      { role: 'editor', name: 'Seo-yeon, practice editor', permissions: ['practices.*'] },
    ],
    people: [
      { code: 'jiwoo', name: 'Han Ji-woo' },
      { code: 'minjun', name: 'Park Min-jun' },
    ],
  },
];
