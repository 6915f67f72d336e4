import { readPath, type Segment } from './stroke-path.ts';

/** Marks are drawn on a 32 × 32 grid. */
const GRID = 32;
const MOST_STROKES = 12;
const MOST_SEGMENTS = 64;
const MOST_TEXT = 1000;

/**
 * One stroke of a mark in its normal form: absolute commands, at most two decimals, every point on the grid. It is
 * written anew from what was read, so that nothing but numbers and commands comes through.
 * @returns null where the text is no such stroke
 */
export function normalStroke(d: string): string | null {
  if (d.length > MOST_TEXT) return null;
  const segments = readPath(d, MOST_SEGMENTS);
  if (segments === null || segments.length < 2 || !segments.every(isOnGrid)) return null;
  return segments.map(({ command, numbers }) => `${command}${numbers.map(short).join(' ')}`).join('');
}

function isOnGrid({ command, numbers }: Segment): boolean {
  // The third number of an arc is an angle; its flags are 0 or 1 anyway.
  const lengths = command === 'A' ? [...numbers.slice(0, 2), ...numbers.slice(3)] : numbers;
  return lengths.every((value) => value >= 0 && value <= GRID);
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A mark as a node states it, in normal form; null where any part of it is not a stroke on the grid. */
export function sanitizeMark(mark: unknown): string[] | null {
  if (!Array.isArray(mark) || mark.length === 0 || mark.length > MOST_STROKES) return null;
  const strokes = mark.map((d: unknown) => (typeof d === 'string' ? normalStroke(d) : null));
  return strokes.every((stroke) => stroke !== null) ? strokes : null;
}

/** Whether two marks in normal form draw the same strokes, in whatever order. */
export function sameMark(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
}
