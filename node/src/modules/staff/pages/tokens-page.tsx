import type { StaffToken } from '../../../kernel/identity/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Form, Layout, PageHeading, Row, Rows, Say, SubmitButton, Tag, Time } from '../../../ui/index.ts';
import { actorWords } from '../words.ts';
import { staffCrumbs } from './staff-page.tsx';

interface TokensPageProps {
  page: PageContext;
  tokens: readonly StaffToken[];
  names: ReadonlyMap<string, string>;
}

/** Every token, what it may do, and how long. */
export function TokensPage({ page, tokens, names }: TokensPageProps) {
  const title = page.t('staff.tokens.title');
  return (
    <Layout page={page} title={title} crumbs={staffCrumbs(page)} noindex>
      <PageHeading lead={page.t('staff.tokens.lead')}>{title}</PageHeading>
      <p class="kn-actions">
        <a class="ds-button" href="/staff/tokens/new">
          {page.t('staff.tokens.make')}
        </a>
      </p>
      <Rows>
        {[...tokens].reverse().map((token) => (
          <Row title={<bdi>{token.name}</bdi>} level={2} end={<TokenEnd page={page} token={token} />}>
            <bdi dir="ltr">{token.permissions.join(', ')}</bdi>
            {' · '}
            {token.lastUsedAt === null ? (
              page.t('staff.tokens.unused')
            ) : (
              <Say
                page={page}
                id="staff.tokens.used"
                with={{ when: <Time page={page} value={token.lastUsedAt} /> }}
              />
            )}
            {token.madeBy !== null && (
              <>
                {' · '}
                <Say
                  page={page}
                  id="staff.tokens.by"
                  with={{ who: actorWords(page, token.madeBy, names.get(token.madeBy) ?? null) }}
                />
              </>
            )}
          </Row>
        ))}
      </Rows>
    </Layout>
  );
}

function TokenEnd({ page, token }: { page: PageContext; token: StaffToken }) {
  const over =
    token.revokedAt ?? (token.expiresAt !== null && token.expiresAt <= page.now ? token.expiresAt : null);
  if (over !== null) {
    return (
      <Tag page={page} status="closed">
        <Say
          page={page}
          id="staff.tokens.ended"
          with={{ when: <Time page={page} value={over} as="date" /> }}
        />
      </Tag>
    );
  }
  return (
    <>
      {token.expiresAt !== null && (
        <p>
          <Say
            page={page}
            id="staff.tokens.until"
            with={{ when: <Time page={page} value={token.expiresAt} as="date" /> }}
          />
        </p>
      )}
      <Form page={page} action={`/staff/tokens/${token.id}/revoke`}>
        <SubmitButton variant="secondary" color="danger">
          {page.t('staff.tokens.revoke')}
        </SubmitButton>
      </Form>
    </>
  );
}
