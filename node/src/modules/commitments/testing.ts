import { v7 as uuidv7 } from 'uuid';
import { pathOf } from '../../kernel/subjects/index.ts';
import { type Fixture, moduleNode, PartnerLog, type TestNodeOptions } from '../../testing/index.ts';
import { commitments } from './index.ts';
import * as kinds from './kinds.ts';
import { SUBJECTS, type Thing } from './subjects.ts';

export function commitmentsNode(options: TestNodeOptions = {}): Promise<Fixture> {
  return moduleNode([commitments], options);
}

const KINDS: Record<Thing, string> = {
  plan: kinds.PLAN,
  commitment: kinds.COMMITMENT,
  lead: kinds.LEAD,
  report: kinds.REPORT,
  assessment: kinds.ASSESSMENT,
  reference: kinds.REFERENCE,
};

/** A partner that promises, reports and assesses. */
export class Partner extends PartnerLog {
  tell(
    thing: Thing,
    body: unknown,
    { id = uuidv7(), prev = null }: { id?: string; prev?: string | null } = {},
  ) {
    return this.say(KINDS[thing], this.node + pathOf(SUBJECTS[thing], id), body, prev);
  }

  /** The reference that records about a commitment carry. */
  reference({ sub, jti, node }: { sub: string; jti: string; node: string }) {
    return { sub, jti, title: { source: 'en', en: 'It' }, origin: { node, name: 'Origin' } };
  }
}
