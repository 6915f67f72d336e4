/** One thing that the doctor looked at. */
export interface Check {
  about: string;
  /** `warn`: it works, and someone should know. `bad`: it does not work. `unknown`: it could not be found out. */
  state: 'ok' | 'warn' | 'bad' | 'unknown';
  found: string;
  /** What to do about it. */
  advice?: string;
}

const SIGNS: Readonly<Record<Check['state'], string>> = { ok: 'OK', warn: '!!', bad: 'NO', unknown: '??' };

export function checkLines({ about, state, found, advice }: Check): string[] {
  const head = `${SIGNS[state]}  ${about}: ${found}`;
  return advice === undefined ? [head] : [head, `    ${advice}`];
}
