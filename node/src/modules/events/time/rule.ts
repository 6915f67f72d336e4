/** Occurrences of a series at most, and how long one runs. */
export const MOST_OCCURRENCES = 500;
export const MOST_YEARS = 10;

const DAY = '(?:MO|TU|WE|TH|FR|SA|SU)';
const list = (item: string) => new RegExp(`^${item}(?:,${item}){0,30}$`);
const MONTH_DAY = '-?(?:[1-9]|[12]\\d|3[01])';

const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  COUNT: /^[1-9]\d{0,2}$/,
  UNTIL: /^\d{8}T\d{6}Z$/,
  BYDAY: list(`(?:-?[1-5])?${DAY}`),
  BYMONTHDAY: list(MONTH_DAY),
  BYMONTH: list('(?:[1-9]|1[0-2])'),
  BYSETPOS: list(MONTH_DAY),
  WKST: new RegExp(`^${DAY}$`),
};

export type RuleParts = Readonly<Partial<Record<string, string>>> & { readonly FREQ: string };

/**
 * The parts of a recurrence rule (RFC 5545, 3.3.10), or null where it is none that we take: it repeats by days or longer,
 * has an end by COUNT or UNTIL, and each part once. What would be valid and could be written shorter is read as it is.
 */
export function parseRule(rule: string): RuleParts | null {
  const parts: Record<string, string> = {};
  for (const part of rule.split(';')) {
    const equals = part.indexOf('=');
    const [name, value] = [part.slice(0, equals), part.slice(equals + 1)];
    if (Object.hasOwn(parts, name) || !Object.hasOwn(PARTS, name) || !PARTS[name]?.test(value)) return null;
    parts[name] = value;
  }
  const { FREQ, COUNT, UNTIL, BYDAY = '', BYMONTHDAY, BYSETPOS } = parts;
  if (FREQ === undefined || (COUNT === undefined) === (UNTIL === undefined)) return null;
  if (Number(COUNT ?? 1) > MOST_OCCURRENCES) return null;
  // "Second Tuesday" has a meaning within months and years alone; a place in a set, only where there is a set.
  if (/\d/.test(BYDAY) && FREQ !== 'MONTHLY' && FREQ !== 'YEARLY') return null;
  if (BYMONTHDAY !== undefined && FREQ === 'WEEKLY') return null;
  if (BYSETPOS !== undefined && BYDAY === '' && BYMONTHDAY === undefined) return null;
  return { ...parts, FREQ };
}
