import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../../../testing/index.ts';
import { commitmentsNode } from '../../../testing.ts';
import { readPlan, sharedPlans } from '../support/shared-data.ts';

const folder = sharedPlans();

describe.skipIf(folder === null)('a node that keeps files of others', () => {
  it('holds all 1,927 commitments of 61 countries and every plan, each file byte for byte, and promises none of it', async () => {
    const fixture = await commitmentsNode();
    try {
      const editor = await fixture.as(['commitments.import']);
      const reader = anonymous(fixture);
      const keep = async (file: string) => {
        const text = readPlan(folder ?? '', file);
        const title = { source: 'en', en: file };
        const reference = { title, source: 'https://reviews.example/', licence: 'for tests only' };
        const answer = await editor('/api/v1/commitment-references', { json: { reference, text } });
        expect(answer.status).toBe(201);
        const { sub } = (await answer.json()) as { sub: string };
        const kept = await reader(`${new URL(sub).pathname}.json`);
        const { body } = (await kept.json()) as {
          body: { sha256: string; commitments: number; countries: number };
        };
        const copy = await reader(`/blobs/sha256/${body.sha256}`);
        expect((await copy.text()) === text).toBe(true);
        return [body.commitments, body.countries];
      };
      expect(await keep('irm-commitments-2016.csv')).toEqual([1927, 61]);
      expect(await keep('canada-nap5.json')).toEqual([5, 1]);
      expect(await keep('canada-nap6.json')).toEqual([4, 1]);
      expect(await keep('us-nap5.json')).toEqual([36, 1]);

      const { rows } = await sql<{ rows: number; countries: number; stars: number }>`
        select count(*)::int as rows, count(distinct country)::int as countries,
          (count(*) filter (where star))::int as stars
        from commitments_reference_row`.execute(fixture.kernel.db);
      expect(rows).toEqual([{ rows: 1927 + 5 + 4 + 36, countries: 63, stars: 28 }]);
      const list = (await (await reader('/api/v1/commitments')).json()) as { items: unknown[] };
      expect(list.items).toEqual([]);
    } finally {
      await fixture.stop();
    }
  });
});
