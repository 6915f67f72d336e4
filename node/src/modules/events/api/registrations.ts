import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { pagedSchema } from '../../../kernel/web/api/schemas.ts';
import { ownParams, pageOf } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiRead, apiWrite } from '../../../kernel/web/api-route.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { cancelRegistration, register, registrationInput } from '../commands.ts';
import { listedRegistrationJson, listedRegistrationSchema, ownRegistrationSchema } from '../json.ts';
import { listRegistrations, readOwnRegistration } from '../read.ts';

const stateSchema = z.object({ state: z.enum(['in', 'waiting', 'none']) });

/** Registering is a person's own act; the list of all is for those who run the event. */
export function registrationRoutes(kernel: Kernel): readonly ApiRoute[] {
  return [
    apiRead({
      method: 'get',
      path: '/events/self/{id}/registration',
      summary: 'Your own registration for an event of this node',
      params: ownParams,
      result: ownRegistrationSchema,
      async handle({ actor, params: { id } }) {
        const own = await readOwnRegistration(kernel, actor, id);
        if (own === null) throw new NotFound('registration');
        return { result: own };
      },
    }),
    apiWrite({
      method: 'post',
      path: '/events/self/{id}/registration',
      summary: 'Register yourself, or change what you said; when all places are taken you wait in order',
      params: ownParams,
      body: registrationInput,
      result: stateSchema,
      run: (on, { actor, params: { id }, body }) => register(on, actor, { event: id, body }),
      answer: ({ state }) => ({ result: { state } }),
    }),
    apiWrite({
      method: 'delete',
      path: '/events/self/{id}/registration',
      summary: 'Give up your place, or your place on the waiting list',
      params: ownParams,
      result: stateSchema,
      run: (on, { actor, params: { id } }) => cancelRegistration(on, actor, { event: id }),
      answer: () => ({ result: { state: 'none' as const } }),
    }),
    apiRead({
      method: 'get',
      path: '/events/self/{id}/registrations',
      summary: 'Everybody who registered, in the order in which they came',
      permission: 'events.registrations',
      params: ownParams,
      result: pagedSchema(listedRegistrationSchema),
      shape: 'list',
      async handle({ actor, params: { id }, page }) {
        const { items, next } = pageOf(await listRegistrations(kernel, actor, id), page);
        return { result: { items: items.map(listedRegistrationJson), next } };
      },
    }),
  ];
}
