/**
 * Real databases and real nodes for tests. Each call makes its own; close or stop it in `afterAll`.
 *
 * @example
 * const database = await testDatabase();
 * const node = await testNode({ modules: [practices] });
 * await fetch(`${node.url}/health`);
 */
export {
  befriend,
  type TestAllianceOptions,
  testAlliance,
  testPeering,
} from './alliance.ts';
export { alone } from './alone.ts';
export { type OpenPage, TestBrowser } from './browser.ts';
export { type TestClock, testClock } from './clock.ts';
export { freshServerDatabase, type TestDatabase, testDatabase, testServerUrl } from './database.ts';
export { type Ask, type AskOptions, anonymous, type Fixture, moduleNode } from './module-node.ts';
export { type TestNode, type TestNodeOptions, testConfig, testNode } from './node.ts';
export { notes, readNotes } from './notes.ts';
export { PartnerLog } from './partner-log.ts';
export { type TestPerson, testPerson } from './person.ts';
