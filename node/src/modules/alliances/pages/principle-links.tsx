import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';

interface PrincipleLinksProps {
  page: PageContext;
  life: Life;
  keys: readonly string[];
}

/** Principles of the charter in force that something serves; a key that the charter does not have is shown as it is. */
export function PrincipleLinks({ page, life: { alliance, inForce }, keys }: PrincipleLinksProps) {
  if (keys.length === 0) return null;
  const principles = inForce?.row.body.principles ?? [];
  return (
    <p class="kn-inline kn-small">
      <span>{page.t('alliances.serves')}</span>
      {keys.map((key) => {
        const found = principles.find((one) => one.key === key);
        return found === undefined ? (
          <bdi>{key}</bdi>
        ) : (
          <a class="ds-link" href={`${alliance.path}/charter#${key}`}>
            <LangTextView page={page} text={found.title} />
          </a>
        );
      })}
    </p>
  );
}
