/** Where the adoption chain is drawn: along a line on wide screens, down the page on narrow ones. Pure numbers. */

export interface Point {
  x: number;
  y: number;
}

export interface Seat extends Point {
  /** Where the words begin, and how wide they may be. */
  words: Point & { width: number };
}

export interface Stroke {
  d: string;
  /** The two wings of the arrow at its end. */
  head: string;
  /** Highest (or outermost) point, beside which a label stands. */
  peak: Point;
}

/** From which seal to which; `back` returns to one that had it before. */
export interface Edge {
  from: number;
  to: number;
  back: boolean;
}

export type Shape = 'wide' | 'narrow';

export const RADIUS = { wide: 29, narrow: 25 } as const;
export const WIDTH = { wide: 736, narrow: 358 } as const;
const STEP = { wide: 264, narrow: 128 } as const;
const GAP = 4;

/** How far edges that pass over other seals bow out; straight ones not at all. */
export function bow(edge: Edge, shape: Shape): number {
  const reach = Math.abs(edge.to - edge.from);
  if (reach === 1 && !edge.back) return 0;
  return shape === 'wide' ? 26 + 20 * reach : 22 + 10 * reach;
}

export interface Frame {
  seats: Seat[];
  height: number;
  stroke(edge: Edge): Stroke;
}

/** Seals from the start edge to the end edge; `top` is the room that arcs and their label need. */
export function wideFrame(count: number, top: number, textLines: number, rtl: boolean): Frame {
  const r = RADIUS.wide;
  const step = Math.min(STEP.wide, (WIDTH.wide - 2 * r) / Math.max(1, count - 0.4));
  const mirror = (x: number) => (rtl ? WIDTH.wide - x : x);
  const y = top + r + 2;
  const seats = Array.from({ length: count }, (_, i): Seat => {
    const x = r + 2 + i * step;
    const start = x - r;
    const width = Math.min(step, WIDTH.wide - start) - 12;
    return { x: mirror(x), y, words: { x: mirror(start), y: y + r + 24, width } };
  });
  const height = y + r + 24 + textLines * 21 + 6;
  return {
    seats,
    height,
    stroke: (edge) => arc(seats, edge, r, bow(edge, 'wide'), { x: 0, y: -1 }),
  };
}

/** Seals down the page; arcs bow towards the start edge. */
export function narrowFrame(count: number, inset: number, rtl: boolean): Frame {
  const r = RADIUS.narrow;
  const mirror = (x: number) => (rtl ? WIDTH.narrow - x : x);
  const x = inset + r + 2;
  const start = x + r + 18;
  const seats = Array.from({ length: count }, (_, i): Seat => {
    const y = r + 2 + i * STEP.narrow;
    return { x: mirror(x), y, words: { x: mirror(start), y: y - 12, width: WIDTH.narrow - start } };
  });
  return {
    seats,
    height: 2 * r + 8 + Math.max(0, count - 1) * STEP.narrow + 44,
    stroke: (edge) => arc(seats, edge, r, bow(edge, 'narrow'), { x: rtl ? 1 : -1, y: 0 }),
  };
}

/** A line between the rims of two seals, bowed to the side that `out` points to. */
function arc(seats: readonly Seat[], edge: Edge, r: number, depth: number, out: Point): Stroke {
  const [a, b] = [seats[edge.from] as Seat, seats[edge.to] as Seat];
  const along = unit({ x: b.x - a.x, y: b.y - a.y });
  // An arc leaves and meets the rim at an angle, so that it is seen to pass over what lies between.
  const lean = depth === 0 ? 0 : 0.62;
  const start = rim(a, along, out, lean, r);
  const end = rim(b, { x: -along.x, y: -along.y }, out, lean, r + GAP);
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const control = { x: middle.x + out.x * depth * 1.5, y: middle.y + out.y * depth * 1.5 };
  const peak = { x: middle.x + out.x * depth * 0.75, y: middle.y + out.y * depth * 0.75 };
  const d = depth === 0 ? `M${at(start)}L${at(end)}` : `M${at(start)}Q${at(control)} ${at(end)}`;
  return { d, head: arrowhead(depth === 0 ? start : control, end), peak };
}

function rim(centre: Point, towards: Point, out: Point, lean: number, r: number): Point {
  const direction = unit({
    x: towards.x * (1 - lean) + out.x * lean,
    y: towards.y * (1 - lean) + out.y * lean,
  });
  return { x: centre.x + direction.x * r, y: centre.y + direction.y * r };
}

function arrowhead(from: Point, tip: Point): string {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const wing = (turn: number) => ({
    x: tip.x - 11 * Math.cos(angle + turn),
    y: tip.y - 11 * Math.sin(angle + turn),
  });
  return `M${at(wing(0.5))}L${at(tip)}L${at(wing(-0.5))}`;
}

function unit({ x, y }: Point): Point {
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
