import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestNode, testNode } from '../../testing/index.ts';
import { probeModule } from './probe-module.ts';

let node: TestNode;
beforeAll(async () => {
  node = await testNode({
    modules: [probeModule()],
    rateLimits: { failure: { points: 1_000_000, seconds: 1 }, write: { points: 1_000_000, seconds: 1 } },
  });
});
afterAll(() => node.stop());

const BASES = [
  '/',
  '/probe',
  '/probe/form',
  '/probe/upload',
  '/probe/things/',
  '/api/v1/probe',
  '/api/v1/probe/1',
  '/api/v1/openapi.json',
  '/log/checkpoint',
  '/log/tile/0/000',
  '/log/tile/entries/000',
  '/records/',
  '/blobs/sha256/',
  '/.well-known/koinon',
  '/.well-known/jwks.json',
  '/assets/',
  '/favicon.svg',
  '/robots.txt',
  '/health',
];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];
const HEADERS = [
  'accept',
  'accept-language',
  'accept-encoding',
  'authorization',
  'content-type',
  'cookie',
  'if-match',
];
const MORE_HEADERS = [
  'if-none-match',
  'idempotency-key',
  'origin',
  'range',
  'x-forwarded-for',
  'x-forwarded-host',
];
const TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
];

const latin = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
});
const tail = fc.oneof(
  latin,
  fc
    .string({ unit: 'binary' })
    .map(encodeURI.bind(null) as (text: string) => string)
    .filter(() => true),
  fc.constantFrom(
    '../../etc/passwd',
    '%2e%2e%2f',
    '%00',
    '%ff',
    '?after=AAAA',
    '?lang=%F0',
    `?q=${'('.repeat(300)}`,
  ),
);
const headers = fc.dictionary(
  fc.constantFrom(...HEADERS, ...MORE_HEADERS),
  fc.oneof(latin, fc.constantFrom(...TYPES)),
  {
    maxKeys: 5,
  },
);
const body = fc.oneof(
  latin,
  fc.json(),
  fc.constant('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'),
);

/**
 * Sends bytes as they are, and gives the whole answer. What may not be a whole request is hung up on at its end; a
 * client that hangs up before it has its answer may get none, so whole requests wait for the node to close.
 */
function sendRaw(bytes: Buffer, atEnd: 'hang up' | 'wait' = 'hang up'): Promise<string> {
  const { hostname, port } = new URL(node.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      atEnd === 'wait' ? socket.write(bytes) : socket.end(bytes),
    );
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve('') : reject(error),
    );
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
}

function expectCivil(answer: string): void {
  // Some bytes are no HTTP at all: the connection is closed, or the parser of Node answers 400 itself.
  if (answer === '') return;
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
  expect(status, answer.slice(0, 2000)).toBeGreaterThanOrEqual(100);
  expect([500, 502], answer.slice(0, 2000)).not.toContain(status);
  expect(answer).not.toMatch(/\.tsx?:\d+|node_modules|at async /);
}

test('no request, however malformed, breaks the node or makes it tell its insides', async () => {
  const request = fc.record({
    method: fc.constantFrom(...METHODS),
    base: fc.constantFrom(...BASES),
    tail,
    headers,
    body: fc.option(body),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ method, base, tail, headers, body }) => {
      const content = body === null ? Buffer.alloc(0) : Buffer.from(body, 'latin1');
      const lines = Object.entries(headers).map(
        ([name, value]) => `${name}: ${value.replace(/[\r\n]/g, '')}`,
      );
      const head = [
        `${method} ${base}${tail.replace(/[\r\n ]/g, '')} HTTP/1.1`,
        `host: ${new URL(node.url).host}`,
        ...lines,
        `content-length: ${content.length}`,
        'connection: close',
      ];
      expectCivil(
        await sendRaw(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), content])),
      );
    }),
    { numRuns: 400, interruptAfterTimeLimit: 30_000 },
  );
}, 60_000);

test('bytes that are no HTTP do not break the node', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
      expectCivil(await sendRaw(Buffer.from(bytes)));
    }),
    { numRuns: 60, interruptAfterTimeLimit: 15_000 },
  );
  expect((await fetch(`${node.url}/probe`)).status).toBe(200);
}, 30_000);

test('odd hosts and absolute targets are refused civilly', async () => {
  for (const [target, host] of [
    ['http://evil.example/probe', new URL(node.url).host],
    ['/probe', 'a b'],
    ['/probe', ''],
    ['/probe', '[::1'],
    ['/probe', 'evil.example:99999'],
    ['*', new URL(node.url).host],
    ['//evil.example/probe', new URL(node.url).host],
  ]) {
    const answer = await sendRaw(
      Buffer.from(`GET ${target} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`),
    );
    expectCivil(answer);
    expect(answer.slice(0, 12), `${target} ${host}`).not.toBe('HTTP/1.1 200');
  }
});

test('a body without a stated length is read like any other, within the same limit', async () => {
  const head = `POST /api/v1/probe HTTP/1.1\r\nhost: ${new URL(node.url).host}\r\nconnection: close\r\ncontent-type: application/json\r\n`;
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
  const chunked = (text: string) => `${head}transfer-encoding: chunked\r\n\r\n${chunk(text)}0\r\n\r\n`;
  const status = async (text: string) => (await sendRaw(Buffer.from(text), 'wait')).slice(9, 12);
  const stated = await status(`${head}content-length: 2\r\n\r\n{}`);
  expect(await status(chunked('{}'))).toBe(stated);
  expect(await status(`${head}\r\n`)).toBe(stated);
  expect(await status(chunked('x'.repeat(600_000)))).toBe('413');
});
