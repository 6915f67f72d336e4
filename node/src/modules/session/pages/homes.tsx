import type { PageContext } from '../../../kernel/web/index.ts';
import { Row, Rows, Say, Seal } from '../../../ui/index.ts';
import { type LoginPurpose, type Ways, wayTo } from './ways.ts';

interface HomesProps {
  page: PageContext;
  purpose: LoginPurpose;
  ways: Ways;
}

/** "I live in …": partners whose people can log in here with the login they have. */
export function Homes({ page, purpose, ways }: HomesProps) {
  const { homes, remembered } = ways;
  const others = homes.filter((home) => home !== remembered);
  const address = (host: string) => wayTo(`/login/home/${host}`, purpose);
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('session.home.title')}
      </h2>
      {homes.length === 0 ? (
        <p class="kn-text">{page.t('session.home.none')}</p>
      ) : (
        <p class="kn-text">{page.t('session.home.lead')}</p>
      )}
      {remembered !== null && (
        <p>
          <a class="ds-button" href={address(remembered.host)} rel="nofollow">
            <Say page={page} id="session.home.again" with={{ who: remembered.name }} />
          </a>
        </p>
      )}
      {others.length > 0 && (
        <Rows>
          {others.map((home) => (
            <Row
              mark={<Seal face={home} as="signed" />}
              title={<bdi>{home.name}</bdi>}
              href={address(home.host)}
            >
              <bdi dir="ltr">{home.host}</bdi>
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}
