import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../decision.ts';
import { matchesOf } from './matches.ts';
import { activeMembers, ledgerMembers, membersOf } from './members.ts';
import { milestonesOf } from './progress.ts';
import { type CastVote, tallyOf } from './tally.ts';

const LEAD = 'https://lead.example';
const [NORTH, SOUTH, EAST] = [
  'https://north.example',
  'https://south.example',
  'https://east.example',
] as const;

describe('who takes part', () => {
  const facts = {
    lead: LEAD,
    listed: [NORTH, SOUTH],
    everInvited: [NORTH, SOUTH, EAST],
    joined: [
      { node: NORTH, live: true },
      { node: EAST, live: true },
      { node: 'https://stranger.example', live: true },
    ],
  };

  test('takes the word of both sides: nobody is a member by another’s, and nobody by one’s own alone', () => {
    expect(Object.fromEntries(membersOf(facts).map(({ node, state }) => [node, state]))).toEqual({
      [LEAD]: 'lead',
      [NORTH]: 'member',
      [SOUTH]: 'invited',
      [EAST]: 'dropped',
      'https://stranger.example': 'uninvited',
    });
    expect(activeMembers(membersOf(facts))).toEqual([LEAD, NORTH]);
  });

  test('who was invited and joined stays in the books, also after leaving', () => {
    const left = { ...facts, joined: [{ node: NORTH, live: false }] };
    expect(membersOf(left).find(({ node }) => node === NORTH)?.state).toBe('left');
    expect(ledgerMembers(left)).toEqual([LEAD, NORTH]);
    expect(ledgerMembers(facts)).toEqual([LEAD, NORTH, EAST]);
  });
});

describe('a decision', () => {
  const en = (text: string) => ({ source: 'en', en: text });
  const decision: Decision & { jti: string } = {
    jti: 'version',
    project: { sub: `${LEAD}/projects/1`, jti: 'p', title: en('P'), origin: { node: LEAD, name: 'Lead' } },
    title: en('Licence'),
    text: en('Which licence?'),
    options: ['yes', 'no'].map((key) => ({ key, title: en(key) })),
    rule: 'all',
    members: [LEAD, NORTH, SOUTH].map((node) => ({ node, name: node })),
    zone: 'UTC',
  };
  let clock = 0;
  const vote = (node: string, option: string, of = 'version'): CastVote => {
    clock += 1000;
    return { node, option, decision: of, signedAt: new Date(clock), jti: `${clock}` };
  };

  test('of all counts when every member’s own record says the same', () => {
    const two = [vote(LEAD, 'yes'), vote(NORTH, 'yes')];
    expect(tallyOf(decision, two)).toMatchObject({ state: 'open', needed: 3 });
    expect(tallyOf(decision, [...two, vote(SOUTH, 'yes')])).toMatchObject({ state: 'taken', option: 'yes' });
    expect(tallyOf(decision, [...two, vote(SOUTH, 'no')])).toMatchObject({ state: 'failed', option: null });
  });

  test('of the majority needs more than half of those who were asked, not of those who answered', () => {
    const majority: typeof decision = { ...decision, rule: 'majority' };
    expect(tallyOf(majority, [vote(LEAD, 'no')])).toMatchObject({ state: 'open', needed: 2 });
    expect(tallyOf(majority, [vote(LEAD, 'no'), vote(EAST, 'no')])).toMatchObject({ state: 'open' });
    expect(tallyOf(majority, [vote(LEAD, 'no'), vote(SOUTH, 'no')])).toMatchObject({ state: 'taken' });
  });

  test('takes the latest word of each, and none about another text or option', () => {
    const changed = [
      vote(LEAD, 'no'),
      vote(LEAD, 'yes'),
      vote(NORTH, 'yes', 'other'),
      vote(SOUTH, 'perhaps'),
    ];
    expect(tallyOf(decision, changed).votes.map(({ option }) => option)).toEqual(['yes', null, null]);
  });

  test('is never taken for two options, however members vote', () => {
    const cast = fc.record({
      node: fc.constantFrom(LEAD, NORTH, SOUTH, EAST),
      option: fc.constantFrom('yes', 'no'),
    });
    fc.assert(
      fc.property(fc.array(cast, { maxLength: 12 }), fc.constantFrom('all', 'majority'), (votes, rule) => {
        const { counts, needed, state } = tallyOf(
          { ...decision, rule: rule as Decision['rule'] },
          votes.map(({ node, option }) => vote(node, option)),
        );
        const won = counts.filter(({ count }) => count >= needed);
        expect(won.length).toBe(state === 'taken' ? 1 : 0);
      }),
    );
  });
});

describe('a milestone', () => {
  const en = (text: string) => ({ source: 'en', en: text });
  const plan = {
    zone: 'Asia/Seoul',
    workPackages: [{ key: 'wp1', title: en('Work'), lead: NORTH }],
    milestones: [{ key: 'm1', title: en('Done'), deadline: '2026-06-30', workPackage: 'wp1' }],
  };
  const at = (text: string) => new Date(text);
  const done = (node: string, time: string) => ({ node, milestone: 'm1', signedAt: at(time), jti: time });
  const stateAt = (now: string, said: ReturnType<typeof done>[] = []) =>
    milestonesOf(plan, LEAD, said, at(now))[0];

  test('is overdue once its last local day is over, without anybody’s word', () => {
    expect(stateAt('2026-06-30T14:59:59Z')?.state).toBe('planned');
    expect(stateAt('2026-06-30T15:00:00Z')?.state).toBe('overdue');
  });

  test('is done by the word of the project’s lead or its work package’s, and of nobody else', () => {
    const late = '2026-07-02T00:00:00Z';
    expect(stateAt(late, [done(SOUTH, '2026-06-01T00:00:00Z')])?.state).toBe('overdue');
    expect(stateAt(late, [done(NORTH, '2026-06-01T00:00:00Z')])).toMatchObject({
      state: 'done',
      late: false,
    });
    expect(stateAt(late, [done(LEAD, '2026-07-01T00:00:00Z')])).toMatchObject({ state: 'done', late: true });
  });
});

describe('a match', () => {
  const thing = (sub: string, topics: string[], languages: string[], day: number) => ({
    sub,
    topics,
    languages,
    publishedAt: new Date(day),
  });
  const wanted = thing('w', ['health', 'science'], ['en', 'pt'], 0);

  test('shares a topic and a language, and says which', () => {
    const offers = [
      thing('topic only', ['health'], ['fi'], 1),
      thing('language only', ['energy'], ['en'], 2),
      thing('both', ['health'], ['fi', 'pt-BR'], 3),
    ];
    expect(matchesOf(wanted, offers)).toEqual([{ of: offers[2], topics: ['health'], languages: ['pt'] }]);
  });

  test('comes with the most topics first, then the newest: no other order', () => {
    const offers = [
      thing('old', ['health'], ['en'], 1),
      thing('new', ['science'], ['en'], 9),
      thing('two', ['science', 'health'], ['en'], 1),
    ];
    expect(matchesOf(wanted, offers).map(({ of }) => of.sub)).toEqual(['two', 'new', 'old']);
  });
});
