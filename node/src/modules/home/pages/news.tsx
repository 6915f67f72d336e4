import type { NewsItem } from '../../../kernel/log/news.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, ProvenanceLine, Row, Say } from '../../../ui/index.ts';

interface NewsProps {
  page: PageContext;
  title: string;
  items: readonly NewsItem[];
  empty: string;
}

/** What was published lately, each with its thread. */
export function News({ page, title, items, empty }: NewsProps) {
  return (
    <section class="kn-flow">
      <h2 class="ds-heading" data-size="sm">
        {title}
      </h2>
      {items.length === 0 ? (
        <p class="kn-muted">{empty}</p>
      ) : (
        <ul class="kn-list kn-rows kn-short">
          {items.map((item) => (
            <Row
              title={
                <Say
                  page={page}
                  id={item.message}
                  with={{ title: <LangTextView page={page} text={item.title} /> }}
                />
              }
              href={item.path}
              doubtful={item.provenance.state === 'failed'}
              provenance={<ProvenanceLine page={page} provenance={item.provenance} />}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
