import { v7 as uuidv7 } from 'uuid';
import { pathOf } from '../../kernel/subjects/index.ts';
import { PartnerLog as AnyPartnerLog, type Fixture, moduleNode } from '../../testing/index.ts';
import type { Adoption } from './adoption.ts';
import { practices } from './index.ts';
import { ADOPTION, PRACTICE } from './kinds.ts';
import { SUBJECTS } from './subjects.ts';

export { type Ask, anonymous, type Fixture } from '../../testing/index.ts';

/** A node with a person who may do everything with practices. */
export function practicesNode(): Promise<Fixture> {
  return moduleNode([practices]);
}

/** A partner that publishes practices and adopts those of others. */
export class PartnerLog extends AnyPartnerLog {
  practice(body: unknown, { id = uuidv7(), prev = null }: { id?: string; prev?: string | null } = {}) {
    return this.say(PRACTICE, this.node + pathOf(SUBJECTS.practice, id), body, prev);
  }

  adopt(
    of: { sub: string; jti: string; node: string },
    changes: Partial<Adoption> & Pick<Adoption, 'gist' | 'since'>,
  ) {
    const body: Adoption = {
      practice: {
        sub: of.sub,
        jti: of.jti,
        title: { source: 'en', en: 'It' },
        origin: { node: of.node, name: 'Origin' },
      },
      status: 'adopted',
      adapted: changes.gist,
      ...changes,
    };
    return this.say(ADOPTION, this.node + pathOf(SUBJECTS.adoption, uuidv7()), body, null);
  }
}
