import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Fingerprint,
  LangTextBlock,
  LangTextView,
  ProvenanceLine,
  Row,
  Rows,
  Time,
} from '../../../ui/index.ts';
import type { ProjectItem } from '../read.ts';
import { deadlineOf } from '../read.ts';
import { lastDay, memberFace, outputWord } from './words.ts';

/** What came of the project, and where each thing is. */
export function Outputs({ page, item }: { page: PageContext; item: ProjectItem }) {
  if (item.outputs.length === 0) return null;
  return (
    <section class="kn-flow" id="outputs">
      <h2 class="ds-heading" data-size="sm">
        {page.t('projects.outputs.title')}
      </h2>
      <Rows>
        {item.outputs.map(({ id, jti, node, own, path, body }) => {
          const provenance = item.provenance.get(jti);
          return (
            <Row
              over={`${outputWord(page, body.kind)} · ${memberFace(page, item, node).name}`}
              title={
                <span id={`output-${id}`}>
                  <LangTextView page={page} text={body.title} />
                </span>
              }
              href={body.url}
              doubtful={provenance?.state === 'failed'}
              provenance={provenance && <ProvenanceLine page={page} provenance={provenance} />}
            >
              {body.text && <LangTextView page={page} text={body.text} />}
              {body.sha256 !== undefined && (
                <span class="kn-small kn-muted">
                  {' '}
                  SHA-256 <Fingerprint value={body.sha256} />
                </span>
              )}
              {body.record !== undefined && (
                <>
                  {' '}
                  <a class="ds-link" href={body.record}>
                    {page.t('projects.outputs.record')}
                  </a>
                </>
              )}
              {own && page.may('projects.publish') && (
                <>
                  {' '}
                  <a class="ds-link" href={`${path}/revise`}>
                    {page.t('projects.action.revise')}
                  </a>{' '}
                  <a class="ds-link" href={`${path}/withdraw`}>
                    {page.t('projects.action.withdraw')}
                  </a>
                </>
              )}
            </Row>
          );
        })}
      </Rows>
    </section>
  );
}

/** What members said on the way, newest first. */
export function Updates({ page, item }: { page: PageContext; item: ProjectItem }) {
  if (item.updates.length === 0) return null;
  return (
    <section class="kn-flow" id="updates">
      <h2 class="ds-heading" data-size="sm">
        {page.t('projects.updates.title')}
      </h2>
      <ul class="kn-list kn-rows">
        {item.updates.toReversed().map(({ id, jti, node, publishedAt, body }) => {
          const provenance = item.provenance.get(jti);
          const done = item.milestones.find(({ milestone }) => milestone.key === body.milestone);
          return (
            <li id={`update-${id}`}>
              <div class="kn-flow">
                <p class="kn-small kn-muted">
                  <bdi>{memberFace(page, item, node).name}</bdi> <Time page={page} value={publishedAt} />
                </p>
                {done && (
                  <p>
                    <strong>
                      {page.t('projects.updates.milestone')}{' '}
                      <LangTextView page={page} text={done.milestone.title} />
                    </strong>
                  </p>
                )}
                <LangTextBlock page={page} text={body.text} />
                {provenance && <ProvenanceLine page={page} provenance={provenance} />}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Calls for partners that belong to the project. */
export function ProjectCalls({ page, item }: { page: PageContext; item: ProjectItem }) {
  if (item.calls.length === 0) return null;
  return (
    <section class="kn-flow" id="calls">
      <h2 class="ds-heading" data-size="sm">
        {page.t('projects.calls.title')}
      </h2>
      <ul class="kn-list">
        {item.calls.map(({ path, body }) => (
          <li>
            <a class="ds-link" href={path}>
              <LangTextView page={page} text={body.title} />
            </a>{' '}
            <span class="kn-small kn-muted">
              {page.t('projects.milestones.due', { date: lastDay(page, deadlineOf(body)) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
