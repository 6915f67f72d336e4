import type { NodeFace } from '../kernel/web/page.ts';

/** The characters of SVG path data; anything else is no stroke, whoever sent it. */
const PATH_DATA = /^[MmLlHhVvCcSsQqTtAaZz0-9.,+\-\s]{1,600}$/;
const MOST_STROKES = 12;

/** Strokes of a mark that are safe to draw; a mark with anything else in it counts as none. */
export function safeStrokes(face: NodeFace): readonly string[] {
  const strokes = face.profile.mark ?? [];
  return strokes.length <= MOST_STROKES && strokes.every((d) => PATH_DATA.test(d)) ? strokes : [];
}

/** What a seal draws: the strokes of the node's mark, else the first letter of its name. */
export function MarkShape({ face }: { face: NodeFace }) {
  const strokes = safeStrokes(face);
  if (strokes.length > 0) {
    return (
      <>
        {strokes.map((d) => (
          <path d={d} fill="none" />
        ))}
      </>
    );
  }
  const letter = [...face.name.trim()][0] ?? '?';
  return (
    <text
      x="16"
      y="21.5"
      text-anchor="middle"
      font-size="16"
      font-weight="600"
      fill="currentColor"
      stroke="none"
    >
      {letter.toLocaleUpperCase()}
    </text>
  );
}

/** Every mark of the page, once; seals refer to them. */
export function MarkSymbols({ faces }: { faces: readonly NodeFace[] }) {
  const unique = [...new Map(faces.map((face) => [face.markId, face])).values()];
  return (
    <svg class="kn-symbols" width="0" height="0" aria-hidden="true" focusable="false">
      {unique.map((face) => (
        <symbol id={face.markId} viewBox="0 0 32 32">
          <MarkShape face={face} />
        </symbol>
      ))}
    </svg>
  );
}
