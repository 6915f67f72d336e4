/** Levels of assurance of a login, in their order (Regulation (EU) 910/2014, article 8); `none` promises nothing. */
export const LEVELS = ['none', 'low', 'substantial', 'high'] as const;
export type Level = (typeof LEVELS)[number];

/** How sure a login is of the person, and whether its scheme is notified under eIDAS. */
export interface Assurance {
  level: Level;
  notified: boolean;
}

/** The least that something asks for; without `notified` any scheme of that level will do. */
export interface MinimumAssurance {
  level: Level;
  notified?: boolean;
}

export const NO_ASSURANCE: Assurance = { level: 'none', notified: false };

const NOTIFIED = 'http://eidas.europa.eu/LoA/';
/** A scheme that is not notified must not use the prefix above (eIDAS SAML Message Format 1.2, 3.2). */
const NOT_NOTIFIED = 'http://eidas.europa.eu/NotNotified/LoA/';

/** The `acr` that a login states; `none` has no name. */
export function acrOf({ level, notified }: Assurance): string | null {
  if (level === 'none') return null;
  return (notified ? NOTIFIED : NOT_NOTIFIED) + level;
}

const BY_ACR: ReadonlyMap<string, Assurance> = new Map(
  [true, false].flatMap((notified) =>
    LEVELS.flatMap((level) => {
      const acr = acrOf({ level, notified });
      return acr === null ? [] : [[acr, { level, notified }]];
    }),
  ),
);

/** What an `acr` promises. What is missing or not known promises nothing. */
export function assuranceOf(acr: string | undefined): Assurance {
  return { ...((acr === undefined ? undefined : BY_ACR.get(acr)) ?? NO_ASSURANCE) };
}

/** Whether a login is enough. The level decides; of the same level, notified outranks not notified. */
export function meets(has: Assurance, needs: MinimumAssurance): boolean {
  return rank(has) >= rank(needs);
}

function rank({ level, notified = false }: MinimumAssurance): number {
  return level === 'none' ? 0 : 2 * LEVELS.indexOf(level) + (notified ? 1 : 0);
}
