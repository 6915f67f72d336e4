import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { practice, publish, RefusedAct, statement, words } from '../support/api.ts';
import { freshDatabase } from '../support/database.ts';
import { befriend, TestNode } from '../support/node.ts';
import { freePorts } from '../support/ports.ts';
import { runSeed, seeded } from '../support/random.ts';
import { contradictions, readLog, type Seen, seenCheckpoint } from '../support/read-log.ts';
import { until } from '../support/until.ts';

const ROUNDS = 30;
const WRITERS = 4;

const folder = mkdtempSync(join(tmpdir(), 'koinon-kill-'));
const database = await freshDatabase();
const port = await freePorts(2);
const victim = new TestNode({ folder, name: 'victim', port, databaseUrl: database?.url });
const partner = new TestNode({ folder, name: 'partner', port: port + 1 });

beforeAll(async () => {
  await Promise.all([victim.start(), partner.start()]);
  await befriend(victim, partner);
});

afterAll(async () => {
  await Promise.all([victim.kill(), partner.stop()]);
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Publishes until the node dies, and remembers each act that was acknowledged. Gives the title of the one that was not:
 * it may have happened or not.
 */
async function write(round: number, writer: number, acknowledged: string[]): Promise<string> {
  for (let n = 0; ; n++) {
    const title = `Round ${round}, writer ${writer}, act ${n}`;
    try {
      acknowledged.push(await act(title));
    } catch (error) {
      if (error instanceof RefusedAct) throw error;
      return title;
    }
  }
}

/** Publishes a practice whose title is its idempotency key. */
async function act(title: string): Promise<string> {
  const headers = { 'idempotency-key': title.replaceAll(' ', '_') };
  return (await publish(victim, practice(title), '', headers)).jti;
}

test(`killed ${ROUNDS} times while it writes on ${database ? 'PostgreSQL' : 'PGlite'}, a node loses no acknowledged act, makes no act twice and never contradicts what its partner saw`, {
  timeout: 600_000,
}, async () => {
  const seed = runSeed();
  console.log(`KOINON_SEED=${seed}`);
  const random = seeded(seed);
  const { log } = await statement(victim.url);
  const hash = createHash('sha256').update(log.origin).digest('hex');
  const acknowledged: string[] = [];
  const unanswered: string[] = [];
  const seen: Seen[] = [];
  const atFirst = (await readLog(victim.url)).size;

  async function look(address: string): Promise<void> {
    const checkpoint = await seenCheckpoint(address, log.vkeys[0]).catch(() => null);
    if (checkpoint !== null) seen.push(checkpoint);
  }

  for (let round = 0; round < ROUNDS; round++) {
    if (victim.running === undefined) await victim.start();
    for (const title of unanswered.splice(0)) acknowledged.push(await act(title));
    const before = acknowledged.length;
    const writers = Array.from({ length: WRITERS }, (_, writer) => write(round, writer, acknowledged));
    await until('an act was acknowledged', async () => acknowledged.length > before);
    await new Promise((resolve) => setTimeout(resolve, random() * 400));
    await look(`${victim.url}/log/checkpoint`);
    await new Promise((resolve) => setTimeout(resolve, random() * 100));
    await victim.kill();
    unanswered.push(...(await Promise.all(writers)));
    await look(`${partner.url}/witness/${hash}/checkpoint`);
  }

  await victim.start();
  for (const title of unanswered) acknowledged.push(await act(title));
  const { jti } = await publish(victim, practice('After all of it'), '?wait=logged');
  acknowledged.push(jti);
  const last = await until('the partner cosigned what was written last', async () => {
    const own = await readLog(victim.url);
    const theirs = await seenCheckpoint(`${partner.url}/witness/${hash}/checkpoint`, log.vkeys[0]);
    return own.jtis.includes(jti) && theirs !== null && theirs.size >= own.size && own;
  });
  const logged = new Set(last.jtis);
  expect(acknowledged.filter((acknowledgedJti) => !logged.has(acknowledgedJti))).toEqual([]);
  expect(logged.size).toBe(last.jtis.length);
  expect(last.size - atFirst).toBe(new Set(acknowledged).size);
  expect(seen.length).toBeGreaterThan(ROUNDS);
  expect(contradictions(last, seen)).toEqual([]);
  expect(await words(`${partner.url}/partners/${victim.host}`)).not.toMatch(/two histories|rolled back/i);
  console.log(
    `${acknowledged.length} acts acknowledged, ${last.size} entries, ${seen.length} checkpoints seen`,
  );
});
