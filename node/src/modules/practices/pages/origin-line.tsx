import { type LangText, pickText } from '../../../kernel/i18n/locale.ts';
import type { NodeFace, PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Say } from '../../../ui/index.ts';

interface OriginLineProps {
  page: PageContext;
  origin: NodeFace;
  own: boolean;
  title: LangText;
  original: boolean;
}

/** "Practice from Montaluz · Un solo trámite al nacer": kind, origin, and the original title where another is read. */
export function OriginLine({ page, origin, own, title, original }: OriginLineProps) {
  const translated = !original && !pickText(title, page.locale).original;
  const who = own ? (
    <bdi>{origin.name}</bdi>
  ) : (
    <a class="ds-link" href={`/partners/${origin.host}`}>
      <bdi>{origin.name}</bdi>
    </a>
  );
  return (
    <>
      <Say page={page} id="practices.item.from" with={{ who }} />
      {translated && (
        <>
          {' · '}
          <LangTextView page={page} text={title} original />
        </>
      )}
    </>
  );
}
