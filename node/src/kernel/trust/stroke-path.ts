/** Path data of SVG 2 section 9.3, read into absolute commands of six kinds. */
export interface Segment {
  command: 'M' | 'L' | 'C' | 'Q' | 'A' | 'Z';
  numbers: number[];
}

type Point = readonly [x: number, y: number];

/** What each command takes: n a number, f a flag of an arc. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  M: 'nn',
  L: 'nn',
  H: 'n',
  V: 'n',
  C: 'nnnnnn',
  S: 'nnnn',
  Q: 'nnnn',
  T: 'nn',
  A: 'nnnffnn',
  Z: '',
};
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)/y;
const FLAG = /[01]/y;
const LETTER = /[MLHVCSQTAZ]/iy;
const NEXT_NUMBER = /(?=[+\-.\d])/y;
const SEPARATOR = /[ \t\r\n]*,?[ \t\r\n]*/y;

/** @returns null where the text breaks the grammar or has more than `most` segments */
export function readPath(text: string, most: number): Segment[] | null {
  const reader = new Reader(text);
  const pen = new Pen();
  reader.match(SEPARATOR);
  while (!reader.end) {
    let letter = reader.match(LETTER);
    if (letter === null || (pen.segments.length === 0 && letter.toUpperCase() !== 'M')) return null;
    do {
      const numbers = reader.numbers(ARGUMENTS[letter.toUpperCase()] ?? '');
      if (numbers === null || pen.segments.length >= most) return null;
      pen.draw(letter, numbers);
      // Further pairs after a moveto are lines.
      letter = letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter;
      const between = reader.match(SEPARATOR) ?? '';
      if (reader.match(NEXT_NUMBER) !== null && letter.toUpperCase() !== 'Z') continue;
      if (between.includes(',')) return null;
      break;
    } while (!reader.end);
  }
  return pen.segments;
}

class Reader {
  readonly #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
  }
  get end(): boolean {
    return this.#at >= this.#text.length;
  }
  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }
  numbers(kinds: string): number[] | null {
    const numbers: number[] = [];
    for (const kind of kinds) {
      this.match(SEPARATOR);
      const found = this.match(kind === 'f' ? FLAG : NUMBER);
      if (found === null) return null;
      numbers.push(Number(found));
    }
    return numbers;
  }
}

class Pen {
  readonly segments: Segment[] = [];
  #at: Point = [0, 0];
  #start: Point = [0, 0];
  /** Last control point and the kind of its curve, which S and T go on from. */
  #control: { of: 'C' | 'Q'; at: Point } | null = null;

  draw(letter: string, raw: readonly number[]): void {
    const command = letter.toUpperCase();
    const [dx, dy]: Point = letter === command ? [0, 0] : this.#at;
    const shift = (values: readonly number[]) => values.map((value, i) => value + (i % 2 === 0 ? dx : dy));
    const first = raw[0] ?? 0;
    if (command === 'Z') this.#add('Z', [], this.#start);
    else if (command === 'H') this.#add('L', [first + dx, this.#at[1]]);
    else if (command === 'V') this.#add('L', [this.#at[0], first + dy]);
    else if (command === 'A') this.#add('A', [...raw.slice(0, 5), ...shift(raw.slice(5))]);
    else if (command === 'S') this.#curve('C', [...this.#mirrored('C'), ...shift(raw)]);
    else if (command === 'T') this.#curve('Q', [...this.#mirrored('Q'), ...shift(raw)]);
    else if (command === 'C' || command === 'Q') this.#curve(command, shift(raw));
    else this.#add(command === 'M' ? 'M' : 'L', shift(raw));
    if (command === 'M') this.#start = this.#at;
  }

  #add(command: Segment['command'], numbers: number[], end?: Point): void {
    this.segments.push({ command, numbers });
    this.#at = end ?? [numbers.at(-2) ?? 0, numbers.at(-1) ?? 0];
    this.#control = null;
  }

  #curve(of: 'C' | 'Q', numbers: number[]): void {
    this.#add(of, numbers);
    this.#control = { of, at: [numbers.at(-4) ?? 0, numbers.at(-3) ?? 0] };
  }

  #mirrored(of: 'C' | 'Q'): Point {
    if (this.#control?.of !== of) return this.#at;
    const [x, y] = this.#control.at;
    return [2 * this.#at[0] - x, 2 * this.#at[1] - y];
  }
}
