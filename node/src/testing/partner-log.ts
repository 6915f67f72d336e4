import { randomBytes } from 'node:crypto';
import { signRecord } from '@koinon/records';
import { ed25519Sign } from '@koinon/transparency-log/crypto';
import { v7 as uuidv7 } from 'uuid';
import { type Clock, unixSeconds } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { projectRecord } from '../kernel/records/project.ts';
import { sha256, sha256Hex } from '../kernel/sha256.ts';

/** A partner whose log this node holds; what it says goes the way of every followed record. */
export class PartnerLog {
  readonly kernel: Kernel;
  readonly node: string;
  readonly log: number;
  readonly host: string;
  #size = 0;
  /** Where what it says must be dated among what others say; else one second follows the other. */
  clock: Clock | null = null;
  #seconds = 1_780_000_000;

  constructor(kernel: Kernel, node: string, log: number) {
    this.kernel = kernel;
    this.node = node;
    this.log = log;
    this.host = new URL(node).host;
  }

  static async open<Log extends PartnerLog>(
    this: new (
      kernel: Kernel,
      node: string,
      log: number,
    ) => Log,
    kernel: Kernel,
    node: string,
    name: string,
  ): Promise<Log> {
    const { host } = new URL(node);
    const { id } = await kernel.db
      .insertInto('log')
      .values({
        origin: `${host}/log`,
        node,
        role: 'partner',
        size: 0,
        root: Buffer.alloc(32),
        range: Buffer.alloc(0),
        note_size: 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await kernel.db
      .insertInto('partner')
      .values({
        node,
        host,
        log: id,
        name,
        profile: JSON.stringify({ name }),
        log_prefix: '/log/',
        witness_name: `${host}/witness`,
        witness_prefix: '/witness/',
        kinds: '[]',
        pinned_kids: '[]',
        state: 'active',
        failures: 0,
        added_at: new Date(),
        added_by: 'test',
      })
      .execute();
    return new this(kernel, node, id);
  }

  /** Appends a record of any kind; answers what became of it here. */
  async say(kind: string, sub: string, body: unknown, prev: string | null) {
    const jti = uuidv7();
    const iat = this.clock === null ? this.#seconds++ : unixSeconds(this.clock);
    const payload = {
      iss: this.node,
      iat,
      jti,
      kind,
      sub,
      ...(prev !== null && { prev }),
      body: body as Record<string, unknown>,
    };
    const seed = randomBytes(32);
    const jws = signRecord(payload, { kid: 'k', sign: (bytes) => ed25519Sign(seed, bytes) });
    const index = this.#size++;
    const context = { log: this.log, node: this.node, own: false, at: new Date(), index };
    const record = { jws, kid: 'k', iss: this.node, iat, jti, kind, sub, prev, body };
    const flag = await this.kernel.database.transaction(async (tx) => {
      const projection = await projectRecord(tx, this.kernel, record, context);
      const leaf = Buffer.from(sha256(jws));
      const entry = { log: this.log, index, body: jws, leaf, jti, kind, sub, prev, iat };
      await tx
        .insertInto('entry')
        .values({
          ...entry,
          flag: projection.flag,
          unprojected: projection.unprojected,
          checked_at: context.at,
        })
        .execute();
      await tx
        .updateTable('log')
        .set({ size: this.#size, projected: this.#size })
        .where('id', '=', this.log)
        .execute();
      return projection.flag;
    });
    return {
      jti,
      sub,
      flag,
      digest: sha256Hex(jws),
      node: this.node,
      path: new URL(sub).pathname.replace(/^\/[^/]+/, `$&/~${this.host}`),
    };
  }
}
