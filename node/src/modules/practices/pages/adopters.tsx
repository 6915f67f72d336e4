import { pickText } from '../../../kernel/i18n/locale.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Seal, Table } from '../../../ui/index.ts';
import { adoptionChain } from '../chain.ts';
import type { AdoptionRow, PracticeDetail } from '../read.ts';
import { word } from '../words.ts';
import { AdoptionGraph } from './adoption-graph.tsx';
import { partialDateWords } from './partial-date.ts';
import type { AdoptionStep } from './step.ts';

interface AdoptersProps {
  page: PageContext;
  practice: PracticeDetail;
  adoptions: readonly AdoptionRow[];
  original: boolean;
}

/** The chain of adoptions as a drawing, and the same as a table, newest first. */
export function Adopters({ page, practice, adoptions, original }: AdoptersProps) {
  return (
    <>
      <h2 class="ds-heading" data-size="sm" id="adopters">
        {page.t('practices.adopters.title')}
      </h2>
      {adoptions.length === 0 ? (
        <p class="kn-text">{page.t('practices.adopters.none')}</p>
      ) : (
        <>
          <AdoptionGraph
            page={page}
            origin={{ face: faceOf(page, practice.node), date: began(page, practice) }}
            chain={adoptionChain(
              practice.node,
              adoptions.map((adoption) => stepOf(page, adoption, original)),
            )}
          />
          <Table
            id="adoptions"
            caption={page.t('practices.adopters.caption')}
            columns={['who', 'changed', 'outcome'].map((column) => ({
              label: page.t(`practices.adopters.${column}`),
            }))}
            rows={adoptions
              .toReversed()
              .map((adoption) => [
                <Who page={page} adoption={adoption} />,
                <LangTextView page={page} text={adoption.body.adapted} original={original} />,
                <Outcome page={page} adoption={adoption} original={original} />,
              ])}
          />
        </>
      )}
    </>
  );
}

function Who({ page, adoption }: { page: PageContext; adoption: AdoptionRow }) {
  const face = faceOf(page, adoption.node);
  return (
    <span class="kn-who">
      <Seal face={face} as="signed" size="sm" />
      <span>
        <a class="ds-link" href={adoption.path}>
          <bdi>{face.name}</bdi>
        </a>
        <br />
        <span class="kn-small kn-muted kn-whole">
          {partialDateWords(adoption.since, page.locale, 'short')}
        </span>
      </span>
    </span>
  );
}

function Outcome({
  page,
  adoption,
  original,
}: {
  page: PageContext;
  adoption: AdoptionRow;
  original: boolean;
}) {
  const { status, body } = adoption;
  return (
    <>
      {(status !== 'adopted' || body.scope) && (
        <p>
          {status !== 'adopted' && <strong>{word(page, 'status', status)}. </strong>}
          {body.scope && <LangTextView page={page} text={body.scope} original={original} />}
        </p>
      )}
      {body.outcome && (
        <p>
          <LangTextView page={page} text={body.outcome} original={original} />
        </p>
      )}
    </>
  );
}

function stepOf(page: PageContext, adoption: AdoptionRow, original: boolean): AdoptionStep {
  const { sub, node, source, since, publishedAt, body } = adoption;
  return {
    sub,
    node,
    source,
    order: `${since}|${publishedAt.toISOString()}`,
    face: faceOf(page, node),
    gist: pickText(body.gist, original ? body.gist.source : page.locale).text,
    date: partialDateWords(since, page.locale),
  };
}

function began(page: PageContext, practice: PracticeDetail): string {
  const started = practice.body.started ?? practice.publishedAt.toISOString().slice(0, 7);
  return partialDateWords(started, page.locale);
}
