import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countries } from '../content/index.ts';
import { accessOf, accessPath, removeAccess, writeAccess } from './access.ts';
import { PortBusy, requireFreePorts } from './ports.ts';
import { openState } from './state.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-demo-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the state of the demo', () => {
  it('goes on from what was saved, with the dates of the first start', async () => {
    const path = join(folder, 'state', 'state.json');
    const first = await openState(path, new Date('2026-01-02T03:04:05Z'));
    first.state.acts['one-visit 1'] = { sub: 'http://127.0.0.1:4102/practices/x', jti: 'y' };
    await first.save();
    const second = await openState(path, new Date('2027-01-01T00:00:00Z'));
    expect(second.state).toEqual(first.state);
    expect(second.state.firstStart).toBe('2026-01-02T03:04:05.000Z');
  });

  it('is whole on disk when many acts are saved at once', async () => {
    const path = join(folder, 'many', 'state.json');
    const file = await openState(path, new Date());
    const saves = Array.from({ length: 20 }, (_, i) => {
      file.state.acts[`act ${i}`] = { sub: 's', jti: 'j' };
      return file.save();
    });
    await Promise.all(saves);
    expect(Object.keys(JSON.parse(await readFile(path, 'utf8')).acts)).toHaveLength(20);
  });
});

describe('the access file', () => {
  it('is for its owner only, and there only while the demo runs', async () => {
    const [country] = countries;
    if (!country) throw new Error('no country');
    const node = {
      country,
      port: 4101,
      url: 'http://127.0.0.1:4101',
      dataDir: folder,
      logFile: join(folder, 'log'),
    };
    const tokens = { 'kaldavere admin': 'koinon_a', 'kaldavere editor': 'koinon_e' };
    const access = accessOf(node, { firstStart: '', tokens, partners: [], acts: {}, complete: true });
    await writeAccess(folder, [access]);
    expect((await stat(accessPath(folder))).mode & 0o077).toBe(0);
    expect(JSON.parse(await readFile(accessPath(folder), 'utf8'))).toEqual({
      nodes: [
        {
          name: 'Kaldavere',
          url: 'http://127.0.0.1:4101',
          adminToken: 'koinon_a',
          accounts: [
            { role: 'admin', name: 'Administrator', login: 'http://127.0.0.1:4101/sign-in?token=koinon_a' },
            {
              role: 'editor',
              name: 'Liis, practice editor',
              login: 'http://127.0.0.1:4101/sign-in?token=koinon_e',
            },
            {
              role: 'citizen',
              name: 'Mari Saar',
              login: 'http://127.0.0.1:4101/login/test-eid?person=mari',
            },
            {
              role: 'citizen',
              name: 'Toomas Rand',
              login: 'http://127.0.0.1:4101/login/test-eid?person=toomas',
            },
            {
              role: 'citizen',
              name: 'Kadri Lepik',
              login: 'http://127.0.0.1:4101/login/test-eid?person=kadri',
            },
            {
              role: 'citizen',
              name: 'Peeter Oja',
              login: 'http://127.0.0.1:4101/login/test-eid?person=peeter',
            },
          ],
        },
      ],
    });
    await removeAccess(folder);
    await expect(stat(accessPath(folder))).rejects.toThrow('ENOENT');
  });
});

describe('the ports of the demo', () => {
  it('are refused by number, with the way to others, when one is in use', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    );
    try {
      const refused = requireFreePorts([port]);
      await expect(refused).rejects.toThrow(PortBusy);
      await expect(refused).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use by another program.`);
      await expect(refused).rejects.toThrow('KOINON_DEMO_PORT=');
    } finally {
      server.close();
    }
    await expect(requireFreePorts([port])).resolves.toBeUndefined();
  });
});
