import { v7 as uuidv7 } from 'uuid';
import { FetchRefused } from '../../../kernel/fetch/index.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { sha256Hex } from '../../../kernel/sha256.ts';
import { pathOf, requireLive } from '../../../kernel/subjects/index.ts';
import { NotOver } from '../error.ts';
import type { Event } from '../event.ts';
import { OUTCOME } from '../kinds.ts';
import type { Outcome, OutcomeInput } from '../outcome.ts';
import { holdEvent } from '../registration/queue.ts';
import { eventsDb } from '../schema.ts';
import { OUTCOMES } from '../subjects.ts';
import { occurrencesOf } from '../time/occurrences.ts';

const MAX_BYTES = 32 * 1024 * 1024;
const TIMEOUT_MS = 20_000;

interface OutcomeRequest {
  /** Id of the event; a revision keeps the one it has. */
  event?: string;
  id?: string;
  prev?: string;
  body: OutcomeInput;
}

/** Says what came of an event of ours, or the next version of it. Documents without a digest are read, and get theirs. */
export async function publishOutcome(kernel: Kernel, actor: Actor, request: OutcomeRequest): Promise<Act> {
  require(actor, 'events.publish');
  const { id = uuidv7(), prev = null, body } = request;
  const documents = await Promise.all((body.documents ?? []).map((one) => withDigest(kernel, one)));
  return await kernel.database.transaction(async (tx) => {
    const before = prev === null ? null : await requireLive(tx, kernel.ownLog, OUTCOMES, id);
    const event = before?.event ?? (await referenceTo(kernel, tx, request.event ?? ''));
    return await kernel.records.publish<Outcome>(tx, actor, {
      kind: OUTCOME,
      sub: pathOf(OUTCOMES, id),
      prev,
      body: { ...body, ...(documents.length > 0 && { documents }), event },
    });
  });
}

/** @throws NotFound, WithdrawnSubject, NotOver */
async function referenceTo(
  { ownLog, identity, clock }: Kernel,
  tx: Parameters<typeof holdEvent>[0],
  id: string,
): Promise<Outcome['event']> {
  const body = await holdEvent(tx, id);
  if (!hasBegunToEnd(body, clock.now())) throw new NotOver(id);
  const { jti, sub } = await eventsDb(tx)
    .selectFrom('events_event')
    .select(['jti', 'sub'])
    .where('log', '=', ownLog)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { sub, jti, title: body.title, origin: { node: identity.origin, name: identity.profile.name } };
}

/** Of a series something may come after each occurrence. */
function hasBegunToEnd(event: Event, now: Date): boolean {
  return occurrencesOf(event).some(({ end, cancelled }) => !cancelled && end <= now);
}

type Document = NonNullable<OutcomeInput['documents']>[number];

/** What cannot be read stays an address without a digest. */
async function withDigest({ fetcher }: Pick<Kernel, 'fetcher'>, document: Document): Promise<Document> {
  if (document.sha256 !== undefined) return document;
  try {
    const answer = await fetcher.fetch(document.url, { maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS });
    if (answer.status !== 200) return document;
    const mediaType = (answer.headers['content-type'] ?? 'application/octet-stream').slice(0, 200);
    return { ...document, sha256: sha256Hex(answer.body), size: answer.body.length, mediaType };
  } catch (error) {
    if (error instanceof FetchRefused) return document;
    throw error;
  }
}
