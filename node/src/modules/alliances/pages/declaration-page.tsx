import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import {
  LangTextBlock,
  LangTextView,
  PageHeading,
  ProvenanceFull,
  Say,
  Time,
  TranslationNote,
} from '../../../ui/index.ts';
import type { DeclarationLife, Life } from '../read/life.ts';
import { Frame } from './frame.tsx';
import { ItemNotice } from './item-notice.tsx';
import { PrincipleLinks } from './principle-links.tsx';
import { SignAction } from './sign-action.tsx';
import { Signers, standingWords } from './signers.tsx';
import { StandingTag } from './standing-tag.tsx';
import { nameOf } from './words.ts';

interface DeclarationPageProps {
  page: PageContext;
  life: Life;
  declaration: DeclarationLife;
  provenance: Provenance | null;
}

/** A joint text, and along the thread who has signed it and whom it waits for. */
export function DeclarationPage({
  page,
  life,
  declaration: { row, standing },
  provenance,
}: DeclarationPageProps) {
  const { title, text, principles, links } = row.body;
  return (
    <Frame
      page={page}
      life={life}
      title={pickText(title, page.locale).text}
      canonical={row.own ? undefined : row.sub}
      alternates={[{ type: 'application/json', href: `${row.path}.json` }]}
    >
      <PageHeading over={page.t('alliances.by.declaration', { who: nameOf(page, row.node) })}>
        <LangTextView page={page} text={title} />
      </PageHeading>
      <ItemNotice page={page} row={row} provenance={provenance} counts={standing.state !== 'void'} />
      <p>
        <StandingTag page={page} state={standing.state} />{' '}
        {standing.adoptedAt !== null && (
          <Say
            page={page}
            id="alliances.adopted-when"
            with={{ when: <Time page={page} value={standing.adoptedAt} as="date" /> }}
          />
        )}
      </p>
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <LangTextBlock page={page} text={text} />
          <PrincipleLinks page={page} life={life} keys={principles ?? []} />
          {links !== undefined && links.length > 0 && (
            <ul class="ds-list">
              {links.map(({ label, url }) => (
                <li>
                  <a class="ds-link" href={url} rel="nofollow">
                    <LangTextView page={page} text={label} />
                  </a>
                </li>
              ))}
            </ul>
          )}
          <TranslationNote
            page={page}
            text={text}
            by={nameOf(page, row.node)}
            originalHref={`?lang=${text.source}`}
          />
        </div>
        <aside class="kn-aside kn-flow" aria-label={page.t('alliances.signatures')}>
          <h2 class="ds-heading" data-size="2xs">
            {page.t('alliances.signatures')}
          </h2>
          <p>{standingWords(page, standing)}</p>
          <Signers page={page} standing={standing} />
          <SignAction page={page} life={life} row={row} standing={standing} />
          {provenance && <ProvenanceFull page={page} provenance={provenance} />}
        </aside>
      </div>
    </Frame>
  );
}
