import type { Kernel } from '../kernel.ts';
import { WITHDRAW } from '../records/kernel-kinds.ts';
import { readOwnAct } from '../records/own-act.ts';
import { isId } from '../subjects/subject.ts';
import { NotFound } from '../web/error.ts';
import type { Provenance } from '../web/page.ts';
import { loadProvenance } from './provenance.ts';

/** An act of ours and who has checked it, for whoever did it. */
export interface ActReceipt {
  jti: string;
  /** Address of what it was done to. */
  sub: string;
  kind: string;
  done: 'published' | 'revised' | 'withdrawn';
  provenance: Provenance;
}

/** The receipt of an act of ours by the id of its record. @throws NotFound */
export async function readReceipt(kernel: Kernel, jti = ''): Promise<ActReceipt> {
  const act = isId(jti) ? await readOwnAct(kernel, jti) : null;
  if (act === null) throw new NotFound('act');
  const provenance = (await loadProvenance(kernel, [{ log: kernel.ownLog, jti }])).get(jti);
  if (provenance === undefined) throw new NotFound('act');
  const { sub, kind, prev } = act;
  const done = kind === WITHDRAW ? 'withdrawn' : prev === null ? 'published' : 'revised';
  return { jti, sub, kind, done, provenance };
}

/** The same, where it was done to what the address names. @throws NotFound */
export async function receiptOf(
  kernel: Kernel,
  { sub }: { sub: string },
  jti: string | undefined,
): Promise<ActReceipt> {
  const receipt = await readReceipt(kernel, jti);
  if (receipt.sub !== sub) throw new NotFound('act');
  return receipt;
}
