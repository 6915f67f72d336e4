import type { Dice } from './dice.ts';

// biome-ignore lint/suspicious/noExplicitAny: mutations reach anywhere into messages
type Loose = any;

/** Numbers that matter to the protocol: those of the group, and those at the edges of their ranges. */
export interface Numbers {
  p: bigint;
  q: bigint;
  g: bigint;
}

/** Changes one place of a message. @returns its new text; unreadable messages come back as they are */
export function mutateJson(text: string, numbers: Numbers, dice: Dice): string {
  let json: Loose;
  try {
    json = JSON.parse(text);
  } catch {
    return text;
  }
  const holder = { root: json };
  const places = placesOf(holder, []);
  const [parent, key] = dice.one(places);
  mutatePlace(parent, key, numbers, dice);
  const written = JSON.stringify(holder.root) ?? '';
  return dice.once(40) ? written.replace(',', ', ') : written;
}

function placesOf(value: Loose, places: [Loose, string][]): [Loose, string][] {
  for (const key of Object.keys(value)) {
    places.push([value, key]);
    if (typeof value[key] === 'object' && value[key] !== null) placesOf(value[key], places);
  }
  return places;
}

function mutatePlace(parent: Loose, key: string, numbers: Numbers, dice: Dice): void {
  const value = parent[key];
  if (dice.once(8))
    parent[key] = dice.one<Loose>([null, true, 0, -1, '', [], {}, 'x', 2 ** 53, nested(dice)]);
  else if (typeof value === 'string') parent[key] = otherString(value, numbers, dice);
  else if (typeof value === 'number')
    parent[key] = dice.one([value + 1, value - 1, 0, -1, 2 ** 31, 1.5, -value]);
  else if (Array.isArray(value)) mutateList(value, dice);
  else if (typeof value === 'object' && value !== null) mutateObject(value, dice);
  else parent[key] = !value;
}

function otherString(value: string, { p, q, g }: Numbers, dice: Dice): string {
  if (!/^\d+$/.test(value)) {
    return dice.one([
      `${value} `,
      value.slice(1),
      '',
      `${value}\u0000`,
      `${value}é`,
      '\ud800',
      value.toUpperCase(),
    ]);
  }
  const x = BigInt(value);
  return String(
    dice.one<bigint | string>([
      ...[x + 1n, x - 1n, x + q, x + p, x * g, (x * g) % p, p - x, q - x, (x * x) % p],
      ...[
        0n,
        1n,
        p - 1n,
        p,
        q,
        g,
        -x,
        `0${value}`,
        `${value}0`,
        value.repeat(50),
        `${value}.0`,
        `${value},2`,
      ],
    ]),
  );
}

function mutateList(list: Loose[], dice: Dice): void {
  const at = dice.below(list.length + 1);
  const kind = dice.below(5);
  if (kind === 0) list.splice(at, 1);
  else if (kind === 1) list.splice(at, 0, list[dice.below(list.length || 1)] ?? null);
  else if (kind === 2) list.reverse();
  else if (kind === 3) list.length = dice.below(list.length + 1);
  else list.push(...list);
}

function mutateObject(object: Loose, dice: Dice): void {
  const key = dice.one(Object.keys(object).concat('x'));
  const kind = dice.below(4);
  if (kind === 0) delete object[key];
  else if (kind === 1) object[dice.one(['x', '__proto__', 'version', 'name', 'blank', 'type'])] = 1;
  else {
    // The key goes to the end: the same content in another writing.
    const value = object[key];
    delete object[key];
    object[kind === 2 ? key : `${key}s`] = value;
  }
}

/** As deep as a parser may take it, or deeper. */
function nested(dice: Dice): Loose {
  let value: Loose = [];
  for (let depth = dice.one([3, 500, 3000]); depth > 0; depth--) value = [value];
  return value;
}
