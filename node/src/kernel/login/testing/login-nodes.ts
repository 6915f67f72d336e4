import { modules } from '../../../main.ts';
import { type TestAllianceOptions, type TestNode, testAlliance } from '../../../testing/index.ts';
import type { LoginSettings } from '../settings.ts';

export const PEOPLE = [
  { code: 'mari', name: 'Mari Tamm' },
  { code: 'jaan', name: 'Jaan Kask' },
];

/** Settings of a node whose people log in with a test eID or by letter. */
export function testLogin(more: Partial<LoginSettings> = {}): LoginSettings {
  return {
    methods: [
      { type: 'test-eid', level: 'substantial', notified: false, people: PEOPLE },
      { type: 'email', level: 'none', notified: false },
    ],
    guests: { level: 'none' },
    ...more,
  };
}

/** Nodes that are partners of each other and log in each other's people. */
export async function loginNodes(count: number, options: TestAllianceOptions = {}): Promise<TestNode[]> {
  return await testAlliance(count, {
    modules,
    ...options,
    config: { demo: true, login: testLogin(), ...options.config },
  });
}
