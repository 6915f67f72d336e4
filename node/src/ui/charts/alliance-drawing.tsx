import type { NodeFace, PageContext } from '../../kernel/web/page.ts';

export interface AllianceNode extends NodeFace {
  /** Under the name: "checked 14:01". */
  note: string;
  state: 'agrees' | 'waiting' | 'unreachable' | 'alarm';
}

/** `from` checks `to`; we draw only what we have seen (a cosignature), so no thread is a guess. */
export interface AllianceLink {
  from: string;
  to: string;
  state: 'agrees' | 'waiting' | 'alarm';
}

interface AllianceDrawingProps {
  page: PageContext;
  partners: readonly AllianceNode[];
  links: readonly AllianceLink[];
  /** The drawing in a sentence. */
  label: string;
  /** What the threads mean, under the drawing. */
  words?: string | undefined;
}

/** More partners than this would not be read as a drawing; the page's list has them all. */
const MOST_NODES = 6;
const WIDTH = 400;
const SELF = 44;
const OTHER = 36;

interface Placed {
  face: NodeFace;
  note: string;
  state: AllianceNode['state'] | 'self';
  x: number;
  y: number;
  r: number;
}

/** Who checks whom: one seal a node, one thread for each direction of checking. */
export function AllianceDrawing({ page, partners, links, label, words }: AllianceDrawingProps) {
  const shown = partners.slice(0, MOST_NODES);
  const height =
    shown.length === 0
      ? 116
      : shown.length === 1
        ? 180
        : shown.length === 2
          ? 305
          : shown.length === 3
            ? 340
            : 430;
  const nodes = place(page, shown, height);
  const at = new Map(nodes.map((node) => [node.face.node, node]));
  return (
    <div>
      <svg class="kn-fig kn-alliance" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
        {links.map((link) => {
          const from = at.get(link.from);
          const to = at.get(link.to);
          return from && to ? (
            <path class="kn-alliance-thread" data-state={link.state} d={arc(from, to)} />
          ) : null;
        })}
        {nodes.map((node) => (
          <AllianceSeal node={node} page={page} beside={node.state === 'self' && shown.length !== 1} />
        ))}
      </svg>
      {words !== undefined && <p class="kn-small kn-alliance-words">{words}</p>}
    </div>
  );
}

/** Our name stands beside our seal, but for a single partner: there the threads pass. */
function AllianceSeal({ node, page, beside }: { node: Placed; page: PageContext; beside: boolean }) {
  // The mark keeps its place in the circle: 14.7 of 16 units, as in a seal.
  const size = (node.r * 32) / 14.7;
  const side = page.dir === 'rtl' ? -1 : 1;
  const x = beside ? node.x + side * (node.r + 14) : node.x;
  const y = beside ? node.y - 6 : node.y + node.r + 20;
  const anchor = beside ? 'start' : 'middle';
  return (
    <g class="kn-alliance-node" data-state={node.state}>
      <circle cx={node.x} cy={node.y} r={node.r} />
      <use
        href={`#${node.face.markId}`}
        x={node.x - size / 2}
        y={node.y - size / 2}
        width={size}
        height={size}
      />
      <text class="kn-alliance-name" x={x} y={y} text-anchor={anchor}>
        {node.face.name}
      </text>
      <text x={x} y={y + 20} text-anchor={anchor}>
        {node.note}
      </text>
    </g>
  );
}

/** Ourselves on top, the partners on an arc below, in order of reading. */
function place(page: PageContext, partners: readonly AllianceNode[], height: number): Placed[] {
  const mirror = (x: number) => (page.dir === 'rtl' ? WIDTH - x : x);
  const self: Placed = {
    face: page.self,
    note: page.t('ui.alliance.self'),
    state: 'self',
    x: 0,
    y: 50,
    r: SELF,
  };
  const spots = SPOTS[partners.length] ?? [];
  const [first = [200, 50]] = spots;
  const placed = partners.map((partner, i): Placed => {
    const [x, y] = spots[i + 1] ?? [200, height / 2];
    return { face: partner, note: partner.note, state: partner.state, x: mirror(x), y, r: OTHER };
  });
  return [{ ...self, x: mirror(first[0]), y: first[1] }, ...placed];
}

/** Where seals stand, by number of partners: ourselves first. Names below the outer seals keep within the frame. */
const SPOTS: Record<number, ReadonlyArray<readonly [number, number]>> = {
  0: [[110, 60]],
  1: [
    [90, 60],
    [310, 60],
  ],
  2: [
    [200, 56],
    [80, 226],
    [320, 226],
  ],
  3: [
    [200, 52],
    [80, 160],
    [320, 160],
    [200, 250],
  ],
  4: [
    [200, 52],
    [66, 150],
    [334, 150],
    [110, 330],
    [290, 330],
  ],
  5: [
    [200, 52],
    [62, 150],
    [338, 150],
    [66, 300],
    [334, 300],
    [200, 350],
  ],
  6: [
    [200, 52],
    [62, 140],
    [338, 140],
    [62, 270],
    [338, 270],
    [134, 350],
    [266, 350],
  ],
};

/** A slightly bowed line between two seals; the two directions bow to opposite sides. */
function arc(from: Placed, to: Placed): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const shift = 7;
  const start = [from.x + ux * from.r - uy * shift, from.y + uy * from.r + ux * shift];
  const end = [to.x - ux * to.r - uy * shift, to.y - uy * to.r + ux * shift];
  const bow = 12;
  const middle = [(from.x + to.x) / 2 - uy * (shift + bow), (from.y + to.y) / 2 + ux * (shift + bow)];
  return `M${fixed(start)}Q${fixed(middle)} ${fixed(end)}`;
}

function fixed(point: readonly number[]): string {
  return point.map((value) => value.toFixed(1)).join(' ');
}
