import type { MethodSettings } from '../../../kernel/login/index.ts';
import type { FieldErrors, PageContext } from '../../../kernel/web/index.ts';
import { Form, Row, Rows, Say, SubmitButton, TextField } from '../../../ui/index.ts';
import { type LoginPurpose, type Ways, wayTo } from './ways.ts';
import { levelWords, methodName } from './words.ts';

interface OwnMethodsProps {
  page: PageContext;
  purpose: LoginPurpose;
  ways: Ways;
  errors: FieldErrors;
  email: string | undefined;
}

/** How the node's own people log in. The first login makes the account. */
export function OwnMethods({ page, purpose, ways, errors, email }: OwnMethodsProps) {
  const links = ways.methods.filter(({ type }) => type !== 'email');
  const mail = ways.methods.find(({ type }) => type === 'email');
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        <Say page={page} id="session.own.title" with={{ who: page.self.name }} />
      </h2>
      <p class="kn-text">{page.t(ways.methods.length === 0 ? 'session.own.none' : 'session.own.lead')}</p>
      {links.length > 0 && (
        <Rows>
          {links.map((method) => (
            <Row title={methodName(page, method)} href={wayTo(addressOf(method), purpose)}>
              {levelWords(page, method)}
            </Row>
          ))}
        </Rows>
      )}
      {mail !== undefined && (
        <Form page={page} action="/login/mail">
          <TextField
            page={page}
            name="email"
            type="email"
            label={page.t('session.mail.address')}
            help={
              <>
                {page.t('session.mail.help')} {levelWords(page, mail)}
              </>
            }
            autocomplete="email"
            value={email}
            errors={errors}
          />
          <input type="hidden" name="to" value={purpose.to} />
          <SubmitButton>{page.t('session.mail.button')}</SubmitButton>
        </Form>
      )}
    </>
  );
}

function addressOf(method: MethodSettings): string {
  return method.type === 'openid' ? `/login/with/${method.id}` : `/login/${method.type}`;
}
