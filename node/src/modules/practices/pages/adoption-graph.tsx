import type { NodeFace, PageContext } from '../../../kernel/web/page.ts';
import { type Chain, type Edge, shortened } from '../chain.ts';
import { emWidth, fitText } from './fit-text.ts';
import {
  bow,
  type Frame,
  narrowFrame,
  RADIUS,
  type Seat,
  type Shape,
  type Stroke,
  WIDTH,
  wideFrame,
} from './graph-geometry.ts';
import type { AdoptionStep } from './step.ts';

interface AdoptionGraphProps {
  page: PageContext;
  /** Whose practice it is, and since when, in words. */
  origin: { face: NodeFace; date: string };
  chain: Chain<AdoptionStep>;
}

type Drawn = ReturnType<typeof shortened<AdoptionStep>>;
const TEXT = 16;
const NAME = 18;

/** Who has adopted a practice, in order of time; dashed is what came back. Drawn once for wide and once for narrow screens. */
export function AdoptionGraph(props: AdoptionGraphProps) {
  const drawn = shortened(props.chain);
  return (
    <>
      <Drawing {...props} drawn={drawn} wide={true} />
      <Drawing {...props} drawn={drawn} wide={false} />
      {drawn.hidden > 0 && (
        <p class="kn-small">
          <a class="ds-link" href="#adoptions">
            {props.page.t('practices.graph.more', { count: drawn.hidden })}
          </a>
        </p>
      )}
    </>
  );
}

function Drawing({ page, origin, drawn, wide }: AdoptionGraphProps & { drawn: Drawn; wide: boolean }) {
  const captions = drawn.steps.map((step) => caption(page, origin, step));
  const frame = wide ? wideFrameFor(page, drawn, captions) : narrowFrameFor(page, drawn);
  const last = drawn.edges.findLast((edge) => edge.kind === 'back');
  return (
    <svg
      class={`kn-fig kn-adoptions ${wide ? 'kn-wide' : 'kn-narrow'}`}
      viewBox={`0 0 ${wide ? WIDTH.wide : WIDTH.narrow} ${Math.ceil(frame.height)}`}
      role="img"
      aria-label={sentence(page, origin.face, drawn)}
    >
      {drawn.edges.map((edge) => (
        <Thread edge={edge} stroke={frame.stroke({ ...edge, back: edge.kind === 'back' })} />
      ))}
      {drawn.steps.map((step, i) => (
        <Stop
          face={step?.face ?? origin.face}
          seat={frame.seats[i] as Seat}
          radius={wide ? RADIUS.wide : RADIUS.narrow}
          said={step === null}
          caption={captions[i] as Caption}
          returned={!wide && last?.to === i ? returnWords(page, last) : ''}
          lines={wide ? 3 : 2}
        />
      ))}
      {wide && last && <ReturnLabel page={page} edge={last} frame={frame} />}
      {drawn.hidden > 0 && <Hidden page={page} frame={frame} count={drawn.hidden} wide={wide} />}
    </svg>
  );
}

interface Caption {
  name: string;
  words: string;
  date: string;
}

function caption(
  page: PageContext,
  origin: AdoptionGraphProps['origin'],
  step: AdoptionStep | null,
): Caption {
  if (step !== null) return { name: step.face.name, words: step.gist, date: step.date };
  return { name: origin.face.name, words: page.t('practices.graph.began'), date: origin.date };
}

function Thread({ edge, stroke }: { edge: Edge<AdoptionStep>; stroke: Stroke }) {
  return (
    <g class="kn-adoptions-thread" data-kind={edge.kind}>
      <path d={stroke.d} />
      <path d={stroke.head} data-head="" />
    </g>
  );
}

interface StopProps {
  face: NodeFace;
  seat: Seat;
  radius: number;
  /** The origin said it first: its seal is filled. */
  said: boolean;
  caption: Caption;
  /** What came back to it, where no label on the line says so. */
  returned: string;
  lines: number;
}

function Stop({ face, seat, radius, said, caption: { name, words, date }, returned, lines }: StopProps) {
  const scale = radius / 14.7;
  const { x, y, width } = seat.words;
  const place = `translate(${(seat.x - 16 * scale).toFixed(1)} ${(seat.y - 16 * scale).toFixed(1)}) scale(${scale.toFixed(3)})`;
  return (
    <g>
      <g class="kn-seal" data-as={said ? 'signed' : 'cosigned'} transform={place}>
        <circle cx="16" cy="16" r="14.7" />
        <use href={`#${face.markId}`} width="32" height="32" />
      </g>
      <text x={x} y={y} class="kn-adoptions-name">
        {fitText(name, width, NAME * 1.05, 1)[0]}
      </text>
      {[...fitText(words, width, TEXT, lines), date, ...fitText(returned, width, TEXT, 2)].map((line, i) => (
        <text x={x} y={y + 21 * (i + 1)}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** Over the highest arc: what came back last. The table below has the others. */
function ReturnLabel({ page, edge, frame }: { page: PageContext; edge: Edge<AdoptionStep>; frame: Frame }) {
  const { peak } = frame.stroke({ ...edge, back: true });
  const [line = ''] = fitText(returnWords(page, edge), WIDTH.wide - 24, TEXT, 1);
  const half = (emWidth(line) * TEXT) / 2;
  const x = Math.min(Math.max(peak.x, half), WIDTH.wide - half);
  return (
    <text x={x} y={peak.y - 10} text-anchor="middle">
      {line}
    </text>
  );
}

function returnWords(page: PageContext, { adoption: { gist, date } }: Edge<AdoptionStep>): string {
  return page.t('practices.graph.came-back', { gist, date });
}

interface HiddenProps {
  page: PageContext;
  frame: Frame;
  count: number;
  wide: boolean;
}

/** A gap in the line, with the number of those that are not drawn. */
function Hidden({ page, frame, count, wide }: HiddenProps) {
  const [a, b] = frame.seats as [Seat, Seat];
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const rtl = page.dir === 'rtl' ? -1 : 1;
  const line = wide ? `M${a.x + rtl * 34} ${a.y}H${b.x - rtl * 34}` : `M${a.x} ${a.y + 30}V${b.y - 30}`;
  return (
    <g class="kn-adoptions-thread" data-kind="hidden">
      <path d={line} />
      <text
        x={wide ? middle.x : middle.x + rtl * 12}
        y={wide ? middle.y - 10 : middle.y + 6}
        text-anchor={wide ? 'middle' : 'start'}
      >
        +{page.format.number(count)}
      </text>
    </g>
  );
}

function wideFrameFor(page: PageContext, drawn: Drawn, captions: readonly Caption[]): Frame {
  const labelled = drawn.edges.some((edge) => edge.kind === 'back');
  const top = deepest(drawn, 'wide') * 0.75 + (labelled ? 26 : 0);
  const rtl = page.dir === 'rtl';
  const [seat] = wideFrame(drawn.steps.length, top, 0, rtl).seats;
  const lines = captions.map(({ words }) => fitText(words, seat?.words.width ?? 0, TEXT, 3).length + 1);
  return wideFrame(drawn.steps.length, top, Math.max(1, ...lines), rtl);
}

function narrowFrameFor(page: PageContext, drawn: Drawn): Frame {
  return narrowFrame(drawn.steps.length, deepest(drawn, 'narrow') * 0.75, page.dir === 'rtl');
}

function deepest({ edges }: Drawn, shape: Shape): number {
  return Math.max(0, ...edges.map((edge) => bow({ ...edge, back: edge.kind === 'back' }, shape)));
}

/** The drawing in words. */
function sentence(page: PageContext, origin: NodeFace, drawn: Drawn): string {
  const names = drawn.steps.flatMap((step) => (step === null ? [] : [step.face.name]));
  const said = page.t('practices.graph.label', { origin: origin.name, names: page.format.list(names) });
  const back = drawn.edges.filter((edge) => edge.kind === 'back').map((edge) => edge.adoption.face.name);
  const returned = [...new Set(back)];
  return returned.length === 0
    ? said
    : `${said} ${page.t('practices.graph.label-back', { names: page.format.list(returned) })}`;
}
