import { type ChainResult, type TrustAnchors, validateChain } from '@koinon/trust';
import { sha256Hex } from '../sha256.ts';

const MOST = 500;

interface Judged {
  /** Digest of all that the judgement rests on. */
  basis: string;
  result: ChainResult;
  from: number;
  until: number;
}

/**
 * Judges chains, and remembers those that hold: a login asks for the same one half a dozen times, and its signatures do not
 * change meanwhile. Another statement, pin or key is another basis and is judged anew, and so is a chain that has expired.
 */
export class JudgedChains {
  readonly #known = new Map<string, Judged>();

  judge(
    entity: string,
    statements: readonly string[],
    { anchors, now }: { anchors: TrustAnchors; now: number },
  ): ChainResult {
    const basis = sha256Hex(JSON.stringify([statements, [...anchors]]));
    const known = this.#known.get(entity);
    if (known?.basis === basis && known.from <= now && now < known.until) return known.result;
    this.#known.delete(entity);
    const result = validateChain(statements, { anchors, now });
    if (result.chain) {
      if (this.#known.size >= MOST) this.#known.delete(this.#known.keys().next().value as string);
      this.#known.set(entity, { basis, result, from: now, until: result.chain.exp });
    }
    return result;
  }
}
