import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import type { Commitment } from '../commitment.ts';

/** A milestone or indicator as something is said of it. */
export interface Step {
  key: string;
  title: LangText;
  indicator: boolean;
}

/** All milestones of a commitment, each with its indicators after it. */
export function stepsOf({ milestones }: Pick<Commitment, 'milestones'>): Step[] {
  return milestones.flatMap(({ key, title, indicators = [] }) => [
    { key, title, indicator: false },
    ...indicators.map((one) => ({ key: one.key, title: one.text, indicator: true })),
  ]);
}

const KEY = /^milestones\.(\d+)\.key$/;

/** Where in the form each step stands, by its key. */
export function stepPlaces(typed: TypedValues): Map<string, number> {
  return new Map(
    Object.entries(typed).flatMap(([name, [key = '']]) => {
      const place = KEY.exec(name)?.[1];
      return place === undefined || key === '' ? [] : [[key, Number(place)] as const];
    }),
  );
}

/** The typed values with a row for each step of the commitment, also where it was added since the draft was begun. */
export function withSteps(typed: TypedValues, steps: readonly Step[]): TypedValues {
  const known = stepPlaces(typed);
  let next = Math.max(-1, ...known.values()) + 1;
  const added = steps
    .filter(({ key }) => !known.has(key))
    .map(({ key }) => [`milestones.${next++}.key`, [key]]);
  return { ...typed, ...Object.fromEntries(added) };
}
