import { pickText } from '../../../kernel/i18n/locale.ts';
import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import {
  Facts,
  Fingerprint,
  LangTextView,
  Layout,
  PageHeading,
  ProvenanceFull,
  Say,
  Withdrawn,
} from '../../../ui/index.ts';
import type { Reference } from '../reference.ts';

interface ReferencePageProps {
  page: PageContext;
  reference: SubjectRow<Reference>;
  provenance: Provenance | null;
}

/** A file of others that a node keeps to compare with: where it is from, on which terms, and its fingerprint. */
export function ReferencePage({ page, reference, provenance }: ReferencePageProps) {
  const { title, source, licence, sha256, commitments, countries } = reference.body;
  const who = faceOf(page, reference.node, provenance?.origin).name;
  return (
    <Layout
      page={page}
      title={pickText(title, page.locale).text}
      door="commitments"
      faces={provenance === null ? [] : [provenance.origin]}
      {...(reference.own ? {} : { canonical: reference.sub })}
    >
      <PageHeading
        over={<Say page={page} id="commitments.by.reference" with={{ who }} />}
        lead={page.t('commitments.reference-lead')}
      >
        <LangTextView page={page} text={title} />
      </PageHeading>
      <Withdrawn page={page} row={reference} />
      <div class="kn-cols kn-section">
        <Facts
          stacked
          facts={[
            {
              label: page.t('commitments.source'),
              value: (
                <a class="ds-link" href={source} rel="nofollow">
                  <bdi>{source}</bdi>
                </a>
              ),
            },
            { label: page.t('commitments.licence'), value: <bdi>{licence}</bdi> },
            { label: page.t('commitments.nav'), value: page.format.number(commitments) },
            { label: page.t('commitments.countries'), value: page.format.number(countries) },
            { label: 'SHA-256', value: <Fingerprint value={sha256} /> },
          ]}
        />
        <aside class="kn-aside" aria-label={page.t('commitments.source')}>
          {provenance && <ProvenanceFull page={page} provenance={provenance} />}
        </aside>
      </div>
    </Layout>
  );
}
