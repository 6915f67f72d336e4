import type { Assurance } from '../../../kernel/identity/index.ts';
import type { NodeFace, PageContext } from '../../../kernel/web/index.ts';
import { Alert, Facts, Form, Layout, PageHeading, Say, Seal, SubmitButton, Time } from '../../../ui/index.ts';
import { levelWords } from './words.ts';

interface ConsentPageProps {
  page: PageContext;
  action: string;
  /** The node that asks. */
  asking: NodeFace;
  assurance: Assurance;
  /** When the person logged in here. */
  at: Date;
  pseudonym: string;
  /** The level that it needs, where the person's is not enough. */
  needs: string | null;
}

/** Shows exactly what is passed to another node, before it is. */
export function ConsentPage(props: ConsentPageProps) {
  const { page, action, asking, needs } = props;
  const title = page.t('session.consent.title', { who: asking.name });
  return (
    <Layout page={page} title={title} faces={[asking]} noindex>
      <PageHeading over={<Seal face={asking} as="signed" />}>
        <Say page={page} id="session.consent.title" with={{ who: asking.name }} />
      </PageHeading>
      <div class="kn-flow">
        <p class="kn-text">
          <Say page={page} id="session.consent.lead" with={{ host: <bdi dir="ltr">{asking.host}</bdi> }} />
        </p>
        {needs === null ? <Passed {...props} /> : <TooLow {...props} needs={needs} />}
        <Form page={page} action={action}>
          <div class="kn-inline">
            {needs === null && (
              <SubmitButton name="answer" value="yes">
                {page.t('session.consent.yes')}
              </SubmitButton>
            )}
            <SubmitButton variant="secondary" name="answer" value="no">
              {page.t('session.consent.no')}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </Layout>
  );
}

function Passed({ page, assurance, at, pseudonym }: ConsentPageProps) {
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('session.consent.passed')}
      </h2>
      <Facts
        stacked
        facts={[
          {
            label: page.t('session.consent.pseudonym'),
            value: (
              <>
                <code dir="ltr" class="kn-break">
                  {pseudonym}
                </code>
                <p class="kn-muted kn-text">{page.t('session.consent.pseudonym-help')}</p>
              </>
            ),
          },
          {
            label: page.t('session.consent.level'),
            value: (
              <>
                {levelWords(page, assurance)}
                <p class="kn-muted kn-text">
                  <Say page={page} id="session.consent.at" with={{ when: <Time page={page} value={at} /> }} />
                </p>
              </>
            ),
          },
        ]}
      />
      <p class="kn-text">{page.t('session.consent.nothing-else')}</p>
    </>
  );
}

function TooLow({ page, action, asking, assurance, needs }: ConsentPageProps & { needs: string }) {
  const address = `/sign-in?${new URLSearchParams({ to: action, level: needs, for: asking.host })}`;
  return (
    <Alert color="warning" title={page.t('session.consent.too-low')}>
      {page.t('session.consent.too-low-text', {
        has: page.t(`session.level.${assurance.level}`),
        needs: page.t(`session.level.${needs}`),
      })}{' '}
      <a class="ds-link" href={address}>
        {page.t('session.consent.other-way')}
      </a>
    </Alert>
  );
}
