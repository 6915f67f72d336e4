/** Where practices and adoptions are shown: ours, and those of partners below `~<host>`. */
export const PLACES = ['/practices', '/practices/:origin{~[^/]+}'] as const;
