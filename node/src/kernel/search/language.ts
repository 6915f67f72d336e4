/**
 * Text search configurations of PostgreSQL 15, by primary language tag. Newer versions bring more (Estonian, for one):
 * an index must be the same on every version that the node may move to, so only these count.
 */
const STEMMED: Readonly<Record<string, string>> = {
  ar: 'arabic',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  sv: 'swedish',
};

/**
 * Languages that people often type without accents. Their stemmers need the accents (`votación` and `votaciones` share a
 * stem, `votacion` does not), so the index holds both spellings.
 */
const ACCENTED: ReadonlySet<string> = new Set(['french', 'italian', 'portuguese', 'spanish']);

/** Whether words of this configuration are found without their accents too. */
export function hasLooseAccents(configuration: string): boolean {
  return ACCENTED.has(configuration);
}

/**
 * Whether words are also compared by likeness: where there are no stems, and in Finnish, whose stems change inside
 * (`budjetointi`, `budjetoinnin`).
 */
export function comparesLikeness(configuration: string): boolean {
  return configuration === 'simple' || configuration === 'finnish';
}

/** Languages whose words PostgreSQL reduces to stems. */
export const STEMMED_LANGUAGES: readonly string[] = Object.keys(STEMMED);
export const CONFIGURATIONS: readonly string[] = [...new Set(Object.values(STEMMED))];

/** Configuration of a language tag; `simple` (words as they stand) where there is no stemmer. */
export function configurationOf(lang: string): string {
  return STEMMED[lang.toLowerCase().split('-', 1)[0] ?? ''] ?? 'simple';
}
