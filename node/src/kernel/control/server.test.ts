import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { call } from './client.ts';
import { serveControl } from './server.ts';

test('a command learns that the database of the running node is away, and not an error of the database’s client', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'koinon-control-'));
  const control = {
    register() {},
    methods: [],
    async call() {
      throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    },
  };
  const server = await serveControl(control, folder, pino({ level: 'silent' }));
  try {
    await expect(call(folder, 'status')).rejects.toMatchObject({
      code: 'database-away',
      message: expect.stringContaining('its database does not answer: connect ECONNREFUSED 127.0.0.1:5432.'),
    });
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
});
