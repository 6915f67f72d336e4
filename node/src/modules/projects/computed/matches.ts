/** What an offer and a request, or a call, are matched by. */
export interface Matchable {
  topics: readonly string[];
  languages: readonly string[];
  publishedAt: Date;
  sub: string;
}

/** Why two things match: topics and languages that they share. */
export interface Match<Of> {
  of: Of;
  topics: readonly string[];
  languages: readonly string[];
}

/**
 * What fits `wanted`: at least one topic and one language in common. The most topics first, then the newest. No quality is
 * judged and nobody is scored; a person decides.
 */
export function matchesOf<Of extends Matchable>(wanted: Matchable, offered: readonly Of[]): Match<Of>[] {
  return offered
    .map((of) => ({
      of,
      topics: shared(wanted.topics, of.topics),
      languages: shared(wanted.languages.map(primary), of.languages.map(primary)),
    }))
    .filter(({ topics, languages }) => topics.length > 0 && languages.length > 0)
    .sort(
      (a, b) =>
        b.topics.length - a.topics.length ||
        b.of.publishedAt.getTime() - a.of.publishedAt.getTime() ||
        (a.of.sub < b.of.sub ? -1 : 1),
    );
}

function shared(ours: readonly string[], theirs: readonly string[]): string[] {
  return [...new Set(ours)].filter((one) => theirs.includes(one));
}

/** Who speaks `pt-BR` can be spoken to in `pt`. */
function primary(language: string): string {
  return language.split('-')[0] ?? language;
}
