/** Messages that rightly read the same in another language as in English: names, codes, addresses. */
export const SAME_AS_ENGLISH: ReadonlySet<string> = new Set([]);
