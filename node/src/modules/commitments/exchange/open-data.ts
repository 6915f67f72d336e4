import type { LangText } from '../../../kernel/i18n/locale.ts';
import { csvLines } from '../../../kernel/web/csv.ts';
import type { WholeCommitment } from '../read.ts';

/** Commitments as open data: everything that was signed and what follows from it as JSON, one line each as CSV. */

type Names = ReadonlyMap<string, string>;

export async function* jsonPieces(
  batches: AsyncIterable<readonly WholeCommitment[]>,
  names: Names,
  head: { node: string; exportedAt: string },
): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'koinon-commitments@1', ...head }).slice(0, -1)},"items":[`;
  let first = true;
  for await (const batch of batches) {
    for (const item of batch) {
      yield `${first ? '\n' : ',\n'}${JSON.stringify(exported(item, names))}`;
      first = false;
    }
  }
  yield '\n],"next":null}\n';
}

function exported(item: WholeCommitment, names: Names) {
  const { sub, jti, version, publishedAt, updatedAt, status, dueAt, overdue, assessments, disputed } = item;
  return {
    ...{ sub, jti, version, publishedAt, updatedAt },
    origin: { node: item.node, name: nameOf(item, names) },
    ...{ status, dueAt, overdue, assessments, disputed },
    body: item.body,
  };
}

const COLUMNS: Readonly<Record<string, (item: WholeCommitment, names: Names) => string>> = {
  address: ({ sub }) => sub,
  record: ({ jti }) => jti,
  version: ({ version }) => String(version),
  node: ({ node }) => node,
  government: nameOf,
  plan: ({ plan }) => plan ?? '',
  number: ({ body }) => body.number ?? '',
  title: ({ title }) => original(title),
  language: ({ title }) => title.source,
  leads: ({ body }) => body.leads.map(({ name }) => original(name)).join('; '),
  areas: ({ areas }) => areas.join('; '),
  start: ({ body }) => body.start ?? '',
  end: ({ body }) => body.end ?? '',
  zone: ({ body }) => body.zone,
  due_at: ({ dueAt }) => dueAt?.toISOString() ?? '',
  status: ({ status }) => status ?? '',
  overdue: ({ overdue }) => String(overdue),
  milestones: ({ body }) => String(body.milestones.length),
  assessments: ({ assessments }) => String(assessments),
  disputed: ({ disputed }) => String(disputed),
  published_at: ({ publishedAt }) => publishedAt.toISOString(),
  updated_at: ({ updatedAt }) => updatedAt.toISOString(),
};

export async function* csvPieces(
  batches: AsyncIterable<readonly WholeCommitment[]>,
  names: Names,
): AsyncGenerator<string> {
  yield csvLines([Object.keys(COLUMNS)]);
  for await (const batch of batches) {
    yield csvLines(batch.map((item) => Object.values(COLUMNS).map((cell) => cell(item, names))));
  }
}

function original(text: LangText): string {
  return text[text.source] ?? '';
}

function nameOf({ node }: WholeCommitment, names: Names): string {
  return names.get(node) ?? new URL(node).host;
}
