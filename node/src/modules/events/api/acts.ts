import { z } from 'zod';
import { pathOf, withdrawRoute } from '../../../kernel/subjects/index.ts';
import { actSchema } from '../../../kernel/web/api/schemas.ts';
import { madeAct, ownParams, revising, withdrawal } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiWrite } from '../../../kernel/web/api-route.ts';
import { publishEvent, publishOutcome, reviseEvent, withdrawEvent } from '../commands.ts';
import { eventInput } from '../event.ts';
import { outcomeInput } from '../outcome.ts';
import { EVENTS, OUTCOMES } from '../subjects.ts';

const permission = 'events.publish';

export function eventActs(): readonly ApiRoute[] {
  return [
    apiWrite({
      method: 'post',
      path: '/events',
      summary: 'Publish an event; names of speakers go into erasable disclosures, not into the record',
      permission,
      body: eventInput,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, body }) => publishEvent(kernel, actor, { body }),
      answer: madeAct,
    }),
    apiWrite({
      method: 'put',
      path: '/events/self/{id}',
      summary: 'Publish the next version of an event; If-Match names the latest record',
      permission,
      params: ownParams,
      body: eventInput,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, params: { id }, body, ifMatch }) =>
        revising(kernel, pathOf(EVENTS, id), ifMatch, (prev) =>
          reviseEvent(kernel, actor, { id, prev, body }),
        ),
      answer: madeAct,
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
    apiWrite({
      method: 'post',
      path: '/event-outcomes',
      summary: 'Say what came of an event of this node: recordings, documents, how many were there',
      permission,
      body: z.object({ event: z.uuid().describe('Id of the event.'), outcome: outcomeInput }),
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, body: { event, outcome } }) =>
        publishOutcome(kernel, actor, { event, body: outcome }),
      answer: madeAct,
    }),
    apiWrite({
      method: 'put',
      path: '/event-outcomes/self/{id}',
      summary: 'Publish the next version of an outcome; If-Match names the latest record',
      permission,
      params: ownParams,
      body: outcomeInput,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, params: { id }, body, ifMatch }) =>
        revising(kernel, pathOf(OUTCOMES, id), ifMatch, (prev) =>
          publishOutcome(kernel, actor, { id, prev, body }),
        ),
      answer: madeAct,
    }),
    withdrawRoute(OUTCOMES, '/event-outcomes', permission, 'Withdraw an outcome'),
  ];
}
