import { v7 as uuidv7 } from 'uuid';
import { type Fixture, moduleNode, PartnerLog, type TestNodeOptions } from '../../testing/index.ts';
import { events } from './index.ts';
import { EVENT, OUTCOME } from './kinds.ts';

export function eventsNode(options: TestNodeOptions = {}): Promise<Fixture> {
  return moduleNode([events], options);
}

/** A partner that announces events and says what came of them. */
export class Partner extends PartnerLog {
  event(body: unknown, { id = uuidv7(), prev = null }: { id?: string; prev?: string | null } = {}) {
    return this.say(EVENT, `${this.node}/events/${id}`, body, prev);
  }

  outcome(body: unknown) {
    return this.say(OUTCOME, `${this.node}/events/outcomes/${uuidv7()}`, body, null);
  }
}
