import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  COSIGNATURE_ED25519,
  makeCosigner,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
} from '@koinon/transparency-log';
import { keyOf } from '../../follow/testing/paper-log.ts';
import type { Kernel } from '../../kernel.ts';

export interface PaperWitness {
  name: string;
  vkey: string;
  /** The second that it states; undefined: it answers 503. */
  time: number | undefined;
  /** How often it was asked. */
  asked: number;
  stop(): void;
}

/** A witness that cosigns whatever it is shown, and that the node asks from now on. */
export async function paperWitness({ db }: Pick<Kernel, 'db'>): Promise<PaperWitness> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST') return response.writeHead(404).end();
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    witness.asked++;
    if (witness.time === undefined) return response.writeHead(503).end();
    const { text } = parseNote(parseAddCheckpoint(Buffer.concat(chunks)).note);
    return response.writeHead(200).end(cosigner.cosign(parseCheckpoint(text), text, witness.time));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const name = `127.0.0.1:${(server.address() as AddressInfo).port}/witness`;
  const cosigner = makeCosigner({ name, type: COSIGNATURE_ED25519, ...keyOf('future') });
  const witness: PaperWitness = {
    name,
    vkey: cosigner.vkey,
    time: Math.floor(Date.now() / 1000),
    asked: 0,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
  await db
    .insertInto('witness_key')
    .values({ name, vkey: cosigner.vkey, url: `http://${name}`, added_at: new Date() })
    .execute();
  return witness;
}
