import { afterAll, beforeAll, expect, test } from 'vitest';
import { testKey } from '../../../../packages/trust/test/support/entities.ts';
import type { AllianceFacts } from '../../kernel/alliances/index.ts';
import { type EntityServer, entityServer } from '../../kernel/federation/testing/entity-server.ts';
import { checkAlliances } from './alliances.ts';

let server: EntityServer;
beforeAll(async () => {
  server = await entityServer(() => Math.floor(Date.now() / 1000));
});
afterAll(() => server.close());

function facts(id: string, kids: string[], rest: Partial<AllianceFacts> = {}): AllianceFacts {
  const none = { members: [], invited: [], marks: [], successor: null, problem: null };
  return {
    id,
    title: { source: 'en', en: 'North' },
    role: 'member',
    state: 'member',
    kids,
    ...none,
    ...rest,
  };
}
const statesOf = async (one: AllianceFacts) =>
  (await checkAlliances([one])).map(({ state, found }) => [state, found]);

test('the doctor asks each alliance whether it speaks with the key that this node pinned', async () => {
  const north = server.entity('north');
  const pinned = [north.key.kid];
  expect(await statesOf(facts(north.id, pinned))).toEqual([
    ['ok', 'reached; it speaks with the key that we pinned'],
  ]);
  north.key = testKey('self-made');
  north.keys = [north.key];
  expect(await statesOf(facts(north.id, pinned))).toEqual([
    ['bad', 'it speaks with a key that we do not know'],
  ]);
});

test('the doctor says where an alliance is gone, has left this node out, or is asked in vain to admit it', async () => {
  const gone = `${server.url}/gone`;
  expect(await statesOf(facts(gone, []))).toEqual([['bad', expect.stringContaining('does not exist')]]);
  const south = server.entity('south');
  const kids = [south.key.kid];
  expect(await statesOf(facts(south.id, kids, { state: 'former' }))).toEqual([
    ['bad', expect.stringContaining('it states this node no more')],
    ['ok', expect.anything()],
  ]);
  expect((await statesOf(facts(south.id, kids, { state: 'joined' })))[0]?.[0]).toBe('warn');
  expect(await statesOf(facts(gone, [], { state: 'left' }))).toEqual([]);
});
