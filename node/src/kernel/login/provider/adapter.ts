import { sql } from 'kysely';
import type { Clock } from '../../clock.ts';
import type { Db } from '../../database/tables.ts';

/** What oidc-provider hands over to be kept. */
export type Payload = Record<string, unknown> & { grantId?: string; uid?: string };

/** Thrown where a value that may be used once was used by two requests at the same moment. */
export class UsedTwice extends Error {}

/** Models whose rows are made once: a second one of the same id is a replay. */
const ONCE = new Set(['ReplayDetection']);
/** A model without a lifetime of its own is gone after this long. */
const LONGEST_SECONDS = 3600;

/** Storage of one model of oidc-provider in the table `provider_state`. */
export class ProviderState {
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #model: string;

  constructor({ db, clock }: { db: Db; clock: Clock }, model: string) {
    this.#db = db;
    this.#clock = clock;
    this.#model = model;
  }

  /** @throws UsedTwice */
  async upsert(id: string, payload: Payload, seconds: number = LONGEST_SECONDS): Promise<void> {
    const values = {
      payload: JSON.stringify(payload),
      grant_id: payload.grantId ?? null,
      uid: payload.uid ?? null,
      expires_at: new Date(this.#clock.now().getTime() + seconds * 1000),
    };
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('provider_state')
      .values({ model: this.#model, id, ...values })
      .onConflict((conflict) => {
        const row = conflict.columns(['model', 'id']);
        return ONCE.has(this.#model) ? row.doNothing() : row.doUpdateSet(values);
      })
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw new UsedTwice();
  }

  async find(id: string): Promise<Payload | undefined> {
    return await this.#findBy('id', id);
  }

  async findByUid(uid: string): Promise<Payload | undefined> {
    return await this.#findBy('uid', uid);
  }

  async findByUserCode(): Promise<undefined> {}

  async #findBy(column: 'id' | 'uid', value: string): Promise<Payload | undefined> {
    const row = await this.#db
      .selectFrom('provider_state')
      .select('payload')
      .where('model', '=', this.#model)
      .where(column, '=', value)
      .where('expires_at', '>', this.#clock.now())
      .executeTakeFirst();
    return row?.payload as Payload | undefined;
  }

  /** @throws UsedTwice */
  async consume(id: string): Promise<void> {
    const { numUpdatedRows } = await this.#consuming(id).executeTakeFirst();
    if (numUpdatedRows === 0n) throw new UsedTwice();
  }

  #consuming(id: string) {
    const consumed = Math.floor(this.#clock.now().getTime() / 1000);
    return this.#db
      .updateTable('provider_state')
      .set({ payload: sql`payload || ${JSON.stringify({ consumed })}::jsonb` })
      .where('model', '=', this.#model)
      .where('id', '=', id)
      .where(sql<boolean>`not payload ? 'consumed'`);
  }

  /** Reads what was not used before, and marks it as used, in one. */
  async findUnused(id: string): Promise<Payload | undefined> {
    const row = await this.#consuming(id)
      .where('expires_at', '>', this.#clock.now())
      .returning(sql<Payload>`payload - 'consumed'`.as('payload'))
      .executeTakeFirst();
    return row?.payload;
  }

  /** Reads it and takes it out, in one: of two requests at the same moment only one has it. */
  async take(id: string): Promise<Payload | undefined> {
    const row = await this.#db
      .deleteFrom('provider_state')
      .where('model', '=', this.#model)
      .where('id', '=', id)
      .where('expires_at', '>', this.#clock.now())
      .returning('payload')
      .executeTakeFirst();
    return row?.payload as Payload | undefined;
  }

  async destroy(id: string): Promise<void> {
    await this.#db
      .deleteFrom('provider_state')
      .where('model', '=', this.#model)
      .where('id', '=', id)
      .execute();
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.#db.deleteFrom('provider_state').where('grant_id', '=', grantId).execute();
  }
}

/** Takes out what has expired. */
export async function sweepProviderState({ db, clock }: { db: Db; clock: Clock }): Promise<void> {
  await db.deleteFrom('provider_state').where('expires_at', '<=', clock.now()).execute();
}
