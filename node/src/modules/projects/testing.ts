import { v7 as uuidv7 } from 'uuid';
import { pathOf } from '../../kernel/subjects/index.ts';
import { type Fixture, moduleNode, PartnerLog, type TestNodeOptions } from '../../testing/index.ts';
import { projects } from './index.ts';
import * as kind from './kinds.ts';
import { SUBJECTS, type Thing } from './subjects.ts';

/** A node with projects, and with people who may do what the test says. */
export function projectsNode(options: TestNodeOptions = {}): Promise<Fixture> {
  return moduleNode([projects], options);
}

const KINDS: Record<Thing, string> = {
  project: kind.PROJECT,
  membership: kind.MEMBERSHIP,
  entry: kind.ENTRY,
  decision: kind.DECISION,
  vote: kind.VOTE,
  output: kind.OUTPUT,
  update: kind.UPDATE,
  call: kind.CALL,
  answer: kind.ANSWER,
  offer: kind.OFFER,
  request: kind.REQUEST,
};

/** A partner that takes part in projects, or should not. */
export class Partner extends PartnerLog {
  tell(
    thing: Thing,
    body: unknown,
    { id = uuidv7(), prev = null }: { id?: string; prev?: string | null } = {},
  ) {
    return this.say(KINDS[thing], this.node + pathOf(SUBJECTS[thing], id), body, prev);
  }
}

/** The reference that records about a project or call carry. */
export function referenceTo({ sub, jti }: { sub: string; jti: string }) {
  return {
    sub,
    jti,
    title: { source: 'en', en: 'It' },
    origin: { node: new URL(sub).origin, name: 'Origin' },
  };
}
