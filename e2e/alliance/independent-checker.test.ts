import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { practice, publish, statement } from '../support/api.ts';
import { demoCommand } from '../support/demo-command.ts';
import { gocheck, hasGocheck, logArguments } from '../support/gocheck.ts';
import { until } from '../support/until.ts';

const alliance = inject('alliance');
const { nodes } = alliance;
const folder = mkdtempSync(join(tmpdir(), 'koinon-checked-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasGocheck)('a program that shares no code with Koinon', () => {
  test.each(nodes.map(({ name, url }) => ({ name, url })))(
    'accepts the log of $name',
    async ({ name, url }) => {
      const args = ['log', ...(await logArguments(nodes, url)), '-save', join(folder, name), `${url}/log/`];
      const { code, stdout, stderr } = await gocheck(...args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^OK /);
    },
  );

  test.each(nodes.map(({ name, adminToken, url }) => ({ name, adminToken, url })))(
    'still accepts the log of $name, as a growth of what it saw, after more was published',
    async (node) => {
      for (let i = 0; i < 3; i++) await publish(node, practice(`More to check ${i}`), '?wait=logged');
      const args = [
        'log',
        ...(await logArguments(nodes, node.url)),
        '-prior',
        join(folder, node.name),
        `${node.url}/log/`,
      ];
      const { stdout } = await until('both partners cosigned', async () => {
        const answer = await gocheck(...args);
        if (answer.code !== 0) throw new Error(answer.stderr);
        return answer;
      });
      expect(stdout).toMatch(/^OK /);
    },
  );

  test.each(nodes.map(({ name, url }, i) => ({ name, url, i })))(
    'finds the witness of $name to follow the protocol in all its steps',
    async ({ url, i }) => {
      const origin = `log.test/driver-${i}`;
      const keys = await gocheck('keys', origin);
      const vkey = /log vkey:?\s+(\S+)/i.exec(keys.stdout)?.[1];
      expect(vkey).toBeDefined();
      const added = await demoCommand(alliance, i, ['witness', 'add', vkey ?? '']);
      expect(added.code, added.stderr).toBe(0);
      const { witness } = await statement(url);
      const prefix = `${url}${witness.prefix.replace(/\/$/, '')}`;
      const checked = await gocheck(
        'witness',
        '-vkey',
        witness.vkeys[0],
        '-origin',
        origin,
        '-monitoring',
        prefix,
        prefix,
      );
      expect(checked.stdout.split('\n').filter((line) => line.startsWith('not ok'))).toEqual([]);
      expect(checked.code, checked.stderr).toBe(0);
      expect(checked.stdout.match(/^ok - /gm)?.length).toBeGreaterThanOrEqual(20);
    },
  );
});
