import type { NodeFace } from '../../../kernel/web/page.ts';
import type { Link } from '../chain.ts';

/** An adopter as the drawing names it: the words are already in the reader's language. */
export interface AdoptionStep extends Link {
  face: NodeFace;
  gist: string;
  date: string;
}
