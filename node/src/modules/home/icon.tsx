import type { NodeFace } from '../../kernel/web/page.ts';
import { MarkShape } from '../../ui/index.ts';

/** The node's seal as an icon of its own; colours are the theme's, since no stylesheet reaches it. */
export function nodeIcon(face: NodeFace) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
      <title>{face.name}</title>
      <circle cx="16" cy="16" r="15.5" fill="#843075" />
      <g
        color="#fff"
        stroke="#fff"
        stroke-width="1.9"
        stroke-linecap="round"
        stroke-linejoin="round"
        font-family="sans-serif"
      >
        <MarkShape face={face} />
      </g>
    </svg>
  );
}
