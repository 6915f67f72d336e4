import { expect, test } from 'vitest';
import { exampleCommitment, exampleReport } from '../examples.ts';
import { commitmentsNode } from '../testing.ts';
import { checkEvidence } from './check-evidence.ts';

const SLOW = 'https://a-slow.example';
const OTHERS = ['https://b.example/file', 'https://c.example/file'];
const addresses = [`${SLOW}/one`, `${SLOW}/two`, ...OTHERS];

test('a host that is slow to answer keeps nobody but itself waiting, and is asked for one thing at a time', async () => {
  const fixture = await commitmentsNode();
  const editor = await fixture.as(['commitments.*']);
  const sent = async (path: string, json: object) =>
    (await (await editor(`/api/v1${path}`, { json })).json()) as { sub: string };
  const commitment = await sent('/commitments', exampleCommitment);
  const data = Buffer.from('As it was');
  await sent('/commitment-reports', {
    commitment: commitment.sub,
    report: {
      ...exampleReport,
      evidence: addresses.map((url) => ({
        label: { source: 'en', en: url },
        url,
        file: { mediaType: 'text/csv', data: data.toString('base64') },
      })),
    },
  });

  const asked: string[] = [];
  const others = Promise.withResolvers<void>();
  const fetcher = {
    fetch: async (url: string) => {
      asked.push(url);
      if (OTHERS.every((other) => asked.includes(other))) others.resolve();
      if (url.startsWith(SLOW)) await others.promise;
      return { status: 200, headers: {}, body: data };
    },
  } as unknown as typeof fixture.kernel.fetcher;
  const count = await checkEvidence({ ...fixture.kernel, fetcher });
  expect(count).toEqual({ same: 4, changed: 0, gone: 0, unreachable: 0 });
  expect(asked.at(-1)).toBe(`${SLOW}/two`);
  await fixture.stop();
});
