import { z } from 'zod';
import { publishRoute, reviseRoute, withdrawRoute } from '../../../kernel/subjects/index.ts';
import { actSchema } from '../../../kernel/web/api/schemas.ts';
import { ownParams, withdrawal } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiWrite } from '../../../kernel/web/api-route.ts';
import { publishEvent, publishOutcome, reviseEvent, withdrawEvent } from '../commands.ts';
import { eventInput } from '../event.ts';
import { outcomeInput } from '../outcome.ts';
import { EVENTS, OUTCOMES } from '../subjects.ts';

const permission = 'events.publish';

export function eventActs(): readonly ApiRoute[] {
  return [
    publishRoute({
      path: '/events',
      summary: 'Publish an event; names of speakers go into erasable disclosures, not into the record',
      permission,
      body: eventInput,
      run: (kernel, actor, body) => publishEvent(kernel, actor, { body }),
    }),
    reviseRoute(EVENTS, {
      path: '/events',
      summary: 'Publish the next version of an event; If-Match names the latest record',
      permission,
      body: eventInput,
      run: reviseEvent,
    }),
    apiWrite({
      method: 'post',
      path: '/events/self/{id}/withdrawal',
      summary: 'Withdraw an event: it stays provable, and those who registered are told',
      permission,
      params: ownParams,
      body: withdrawal,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, params: { id }, body: { reason } }) =>
        withdrawEvent(kernel, actor, { id, reason }),
      answer: (result) => ({ result }),
    }),
    publishRoute({
      path: '/event-outcomes',
      summary: 'Say what came of an event of this node: recordings, documents, how many were there',
      permission,
      body: z.object({ event: z.uuid().describe('Id of the event.'), outcome: outcomeInput }),
      run: (kernel, actor, { event, outcome }) => publishOutcome(kernel, actor, { event, body: outcome }),
    }),
    reviseRoute(OUTCOMES, {
      path: '/event-outcomes',
      summary: 'Publish the next version of an outcome; If-Match names the latest record',
      permission,
      body: outcomeInput,
      run: publishOutcome,
    }),
    withdrawRoute(OUTCOMES, '/event-outcomes', permission, 'Withdraw an outcome'),
  ];
}
