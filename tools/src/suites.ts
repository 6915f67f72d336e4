import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Parts of the test suite that need something which not every machine has. */
export interface OptionalSuite {
  name: 'postgres' | 'browser' | 'conformance' | 'gocheck' | 'belenios-tool';
  /** What a run without it leaves untested. */
  tests: string;
  /** One sentence for people: how to have it run. */
  enable: string;
  available: boolean;
  /** Demanded by `KOINON_REQUIRE`: then its absence is a failure. */
  required: boolean;
}

/** The shared folder with public test vectors and the independent checker, or null. */
export function sharedFolder(): string | null {
  const folder = process.env.KOINON_SHARED ?? join(root, '../shared');
  return existsSync(join(folder, 'data/translog/vectors')) ? folder : null;
}

/** The Chromium that browser tests drive, or null. */
export function chromium(): string | null {
  const candidates = [
    process.env.KOINON_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/** A built gocheck (`KOINON_GOCHECK`), or what is needed to build it. */
export function gocheck(): { built: string } | { source: string } | null {
  const built = process.env.KOINON_GOCHECK;
  if (built !== undefined && existsSync(built)) return { built };
  const shared = sharedFolder();
  if (shared === null || !onPath('go') || !existsSync('/usr/share/gocode/src/golang.org/x/mod')) return null;
  const source = join(shared, 'checks/gocheck');
  return existsSync(source) ? { source } : null;
}

export function optionalSuites(): OptionalSuite[] {
  const required = new Set((process.env.KOINON_REQUIRE ?? '').split(',').map((name) => name.trim()));
  return [
    {
      name: 'postgres',
      tests: 'the suite on PostgreSQL (it ran on PGlite)',
      enable:
        'set KOINON_TEST_DATABASE_URL=postgres://user@host/database to a server where databases may be made',
      available: Boolean(process.env.KOINON_TEST_DATABASE_URL),
      required: required.has('postgres'),
    },
    {
      name: 'browser',
      tests: 'pages in a real browser, with axe-core',
      enable: 'install Chromium (Debian: apt-get install chromium) or set KOINON_CHROMIUM to its path',
      available: chromium() !== null,
      required: required.has('browser'),
    },
    {
      name: 'conformance',
      tests: 'public vectors of the C2SP specifications',
      enable: 'put the shared folder at ../shared or set KOINON_SHARED to its path',
      available: sharedFolder() !== null,
      required: required.has('conformance'),
    },
    {
      name: 'gocheck',
      tests: 'logs and witnesses held to the specifications by an independent Go program',
      enable: 'as conformance, and: apt-get install golang-go golang-golang-x-mod-dev',
      available: gocheck() !== null,
      required: required.has('conformance'),
    },
    {
      name: 'belenios-tool',
      tests: 'elections judged by the reference, and held together with it',
      enable: 'as conformance, and: apt-get install belenios-tool',
      available: onPath('belenios-tool') && sharedFolder() !== null,
      required: required.has('conformance'),
    },
  ];
}

function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
