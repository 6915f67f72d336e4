import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Row, Rows } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';
import { SignersLine } from './signers.tsx';
import { StandingTag } from './standing-tag.tsx';

/** The latest declarations, each with who has signed it. */
export function DeclarationsPart({
  page,
  life: { alliance, declarations },
}: {
  page: PageContext;
  life: Life;
}) {
  const shown = declarations.filter(({ standing: { state } }) => state === 'adopted' || state === 'waiting');
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('alliances.declarations')}
      </h2>
      {shown.length === 0 ? (
        <p class="kn-text">{page.t('alliances.no-declarations')}</p>
      ) : (
        <Rows>
          {shown.slice(0, 5).map(({ row, standing }) => (
            <Row
              title={<LangTextView page={page} text={row.body.title} />}
              href={row.path}
              end={<StandingTag page={page} state={standing.state} />}
              provenance={<SignersLine page={page} standing={standing} />}
            />
          ))}
        </Rows>
      )}
      <p>
        <a class="ds-link" href={`${alliance.path}/declarations`}>
          {page.t('alliances.all-declarations')}
        </a>
      </p>
    </>
  );
}
