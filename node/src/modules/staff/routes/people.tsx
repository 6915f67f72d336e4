import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { grantRole, revokeRole } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { type AppEnv, NotFound, readForm } from '../../../kernel/web/index.ts';
import { PeoplePage } from '../pages/people-page.tsx';
import { PersonPage } from '../pages/person-page.tsx';
import { loadInvitations, loadPeople, loadPerson } from '../read/people.ts';
import { resource, role } from './forms.ts';
import { requireStaff } from './require-staff.ts';

const giveForm = z.object({ role, resource });
const takeForm = z.object({ grant: z.uuid() });

/** People and their roles. */
export function peopleRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const personIn = async (c: Context<AppEnv>) => {
    requireStaff(c, 'kernel.people');
    const id = z.uuid().safeParse(c.req.param('account'));
    const person = id.success ? await loadPerson(kernel, id.data) : null;
    if (person === null) throw new NotFound('person');
    return person;
  };
  app.get('/staff/people', async (c) => {
    requireStaff(c, 'kernel.people');
    const [people, invitations] = await Promise.all([loadPeople(kernel), loadInvitations(kernel)]);
    return c.html(<PeoplePage page={c.var.page} people={people} invitations={invitations} />);
  });
  app.get('/staff/people/:account', async (c) =>
    c.html(<PersonPage page={c.var.page} person={await personIn(c)} />),
  );
  app.post('/staff/people/:account', async (c) => {
    const person = await personIn(c);
    const form = await readForm(c, kernel, giveForm);
    if (!form.ok) {
      const { typed, errors } = form;
      return c.html(<PersonPage page={c.var.page} person={person} typed={typed} errors={errors} />, 422);
    }
    const grant = { account: person.account, role: form.value.role, resource: form.value.resource ?? null };
    await kernel.database.transaction((tx) => grantRole(tx, kernel, c.var.actor, grant));
    return c.redirect(`/staff/people/${person.account}`, 303);
  });
  app.post('/staff/people/:account/revoke', async (c) => {
    const person = await personIn(c);
    const form = await readForm(c, kernel, takeForm);
    if (!form.ok) throw new NotFound('grant');
    await kernel.database.transaction((tx) => revokeRole(tx, kernel, c.var.actor, form.value.grant));
    return c.redirect(`/staff/people/${person.account}`, 303);
  });
  return app;
}
