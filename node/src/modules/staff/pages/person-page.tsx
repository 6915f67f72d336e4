import { ROLES } from '../../../kernel/identity/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  EmptyState,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  PageHeading,
  Panel,
  Row,
  Rows,
  Say,
  SelectField,
  SubmitButton,
  TextField,
  Time,
} from '../../../ui/index.ts';
import type { StaffPerson } from '../read/people.ts';
import { actorWords, roleWords } from '../words.ts';
import { staffCrumbs } from './staff-page.tsx';

interface PersonPageProps {
  page: PageContext;
  person: StaffPerson;
  typed?: TypedValues;
  errors?: FieldErrors;
}

/** The roles of one person: give and take. */
export function PersonPage({ page, person, typed = {}, errors = {} }: PersonPageProps) {
  const title = actorWords(page, `person:${person.account}`, person.name);
  const path = `/staff/people/${person.account}`;
  return (
    <Layout
      page={page}
      title={title}
      crumbs={staffCrumbs(page, { label: page.t('staff.people.title'), href: '/staff/people' })}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading over={page.t('staff.person.over')}>
        <bdi>{title}</bdi>
      </PageHeading>
      <div class="kn-cols">
        <div class="kn-flow">
          {person.grants.length === 0 ? (
            <EmptyState title={page.t('staff.person.none')} />
          ) : (
            <Rows>
              {person.grants.map((grant) => (
                <Row
                  title={roleWords(page, grant)}
                  level={2}
                  end={
                    <Form page={page} action={`${path}/revoke`}>
                      <input type="hidden" name="grant" value={grant.id} />
                      <SubmitButton variant="secondary" color="danger">
                        {page.t('staff.person.revoke')}
                      </SubmitButton>
                    </Form>
                  }
                >
                  <Time page={page} value={grant.grantedAt} />
                </Row>
              ))}
            </Rows>
          )}
          {page.may('kernel.audit') && (
            <p>
              <a class="ds-link" href={`/staff/audit?actor=person:${person.account}`}>
                {page.t('staff.person.acts')}
              </a>
            </p>
          )}
        </div>
        <aside class="kn-aside" aria-label={page.t('staff.person.give')}>
          <Panel title={page.t('staff.person.give')} edge="act">
            <Form page={page} action={path}>
              <SelectField
                page={page}
                name="role"
                label={page.t('staff.role')}
                choices={ROLES.map((role) => ({ value: role, label: page.t(`role.${role}`) }))}
                value={typed.role?.[0]}
                errors={errors}
              />
              <ResourceField page={page} typed={typed} errors={errors} />
              <SubmitButton variant="secondary">{page.t('staff.person.give-button')}</SubmitButton>
            </Form>
          </Panel>
        </aside>
      </div>
    </Layout>
  );
}

/** Where a role holds: one resource by its path, or the whole node. */
export function ResourceField({
  page,
  typed,
  errors,
}: {
  page: PageContext;
  typed: TypedValues;
  errors: FieldErrors;
}) {
  return (
    <TextField
      page={page}
      name="resource"
      label={page.t('staff.resource')}
      help={
        <Say page={page} id="staff.resource-help" with={{ example: <bdi dir="ltr">/practices/…</bdi> }} />
      }
      value={typed.resource?.[0]}
      errors={errors}
      optional
    />
  );
}
