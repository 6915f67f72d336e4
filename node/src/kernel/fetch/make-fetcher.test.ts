import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { FetchRefusal } from './error.ts';
import type { FetchOptions } from './fetcher.ts';
import { type ClosableFetcher, makeFetcher } from './make-fetcher.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function fetcher(options: Partial<Parameters<typeof makeFetcher>[0]> = {}): ClosableFetcher {
  const made = makeFetcher({ allowLoopback: true, ...options });
  closing.push(() => made.close());
  return made;
}

async function serve(
  handle: RequestListener,
  host = '127.0.0.1',
): Promise<{ url: string; port: number; server: Server }> {
  const server = createServer(handle);
  await new Promise<void>((ready) => server.listen(0, host, ready));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, port, server };
}

const limits: FetchOptions = { maxBytes: 1_000_000, timeoutMs: 5_000 };

async function refusal(work: Promise<unknown>): Promise<FetchRefusal | string> {
  return await work.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  );
}

describe('what is asked for', () => {
  it('hands over status, headers and body', async () => {
    const { url } = await serve((_, answer) => {
      answer.writeHead(418, { 'content-type': 'text/plain', etag: '"1"' }).end('short and stout');
    });
    const answer = await fetcher().fetch(url, limits);
    expect(answer.status).toBe(418);
    expect(answer.headers.etag).toBe('"1"');
    expect(Buffer.from(answer.body).toString()).toBe('short and stout');
  });

  it('sends a body, and no cookie that a host has set', async () => {
    const seen: unknown[] = [];
    const { url } = await serve(async (request, answer) => {
      const body: Buffer[] = [];
      for await (const chunk of request) body.push(chunk);
      seen.push(request.method, Buffer.concat(body).toString(), request.headers.cookie);
      answer.writeHead(200, { 'set-cookie': 'a=b' }).end();
    });
    const client = fetcher();
    await client.fetch(url, { ...limits, method: 'POST', body: 'old 0\n' });
    await client.fetch(url, { ...limits, method: 'POST', body: 'old 1\n' });
    expect(seen).toEqual(['POST', 'old 0\n', undefined, 'POST', 'old 1\n', undefined]);
  });

  it.each([
    'ftp://node.example/',
    'http://node.example/',
    'file:///etc/passwd',
    'https://person:secret@node.example/',
    'https://node.example:8443/',
    'not a url',
    '',
  ])('refuses the address %s', async (url) => {
    expect(await refusal(fetcher({ allowLoopback: false }).fetch(url, limits))).toBe('bad-url');
  });
});

describe('addresses that lead inside', () => {
  // Each reaches the server below when nothing stands in the way.
  const spellings = [
    'localhost',
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '0177.0.0.1',
    '2130706433',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::1]',
    '0.0.0.0',
    '[::]',
  ];

  it.each(spellings)('refuses https://%s without a connection', async (host) => {
    let connections = 0;
    const server = createTcpServer((socket) => {
      connections++;
      socket.destroy();
    });
    await new Promise<void>((ready) => server.listen(0, '::', ready));
    closing.push(() => new Promise((done) => server.close(done)));
    const { port } = server.address() as AddressInfo;
    const client = fetcher({ allowLoopback: false, ports: [port] });
    expect(await refusal(client.fetch(`https://${host}:${port}/`, limits))).toBe('forbidden-address');
    expect(connections).toBe(0);
  });

  it('keeps mapped and unspecified addresses out even where loopback is allowed', async () => {
    const { port } = await serve((_, answer) => answer.end('inside'), '::');
    for (const host of ['[::ffff:127.0.0.1]', '0.0.0.0', '[::]']) {
      expect(await refusal(fetcher().fetch(`http://${host}:${port}/`, limits))).toBe('forbidden-address');
    }
  });

  it('refuses a public name that resolves to a private address', async () => {
    for (const address of ['10.0.0.7', '169.254.169.254', '::1', 'fd00::1', '64:ff9b::7f00:1']) {
      const client = fetcher({ allowLoopback: false, resolve: async () => [address] });
      expect(await refusal(client.fetch('https://partner.example/', limits))).toBe('forbidden-address');
    }
  });

  it('asks for the addresses of a name once and connects to nothing else', async () => {
    const { port } = await serve((_, answer) => answer.end('first'));
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    let asked = 0;
    const client = fetcher({ resolve: async () => answers[asked++] ?? [] });
    const answer = await client.fetch(`http://rebinding.example:${port}/`, limits);
    expect(Buffer.from(answer.body).toString()).toBe('first');
    expect(asked).toBe(1);
  });

  it('never speaks plain http to a public address, even where loopback is allowed', async () => {
    const client = fetcher({ resolve: async () => ['93.184.215.14'] });
    expect(await refusal(client.fetch('http://node.example/', limits))).toBe('forbidden-address');
  });

  it('names an unknown host and a closed port as unreachable', async () => {
    const unknown = fetcher({
      resolve: async () => {
        throw new Error('ENOTFOUND');
      },
    });
    expect(await refusal(unknown.fetch('https://nobody.example/', limits))).toBe('unreachable');
    const { url, server } = await serve(() => {});
    await new Promise((done) => server.close(done));
    expect(await refusal(fetcher().fetch(url, limits))).toBe('unreachable');
  });
});

describe('answers that mean harm', () => {
  it.each([301, 302, 303, 307, 308])('does not follow a %i', async (status) => {
    let inside = 0;
    const { url } = await serve((request, answer) => {
      if (request.url === '/inside') inside++;
      answer.writeHead(status, { location: '/inside' }).end();
    });
    expect(await refusal(fetcher().fetch(url, limits))).toBe('redirect');
    expect(inside).toBe(0);
  });

  it('lets a 304 through: it is an answer to a condition', async () => {
    const { url } = await serve((_, answer) => answer.writeHead(304).end());
    expect((await fetcher().fetch(url, limits)).status).toBe(304);
  });

  it('refuses a 17 MB bundle that says its length before reading it', async () => {
    const { url } = await serve((_, answer) => answer.end(Buffer.alloc(17_000_000)));
    expect(await refusal(fetcher().fetch(url, { ...limits, maxBytes: 16_777_472 }))).toBe('too-large');
  });

  it('refuses a 17 MB bundle that hides its length', async () => {
    const { url } = await serve((_, answer) => {
      answer.write('');
      answer.flushHeaders();
      answer.end(Buffer.alloc(17_000_000));
    });
    expect(await refusal(fetcher().fetch(url, { ...limits, maxBytes: 16_777_472 }))).toBe('too-large');
  });

  it('stops reading an endless body', async () => {
    let sent = 0;
    const { url } = await serve((_, answer) => {
      const chunk = Buffer.alloc(65_536);
      const more = (): void => {
        while (!answer.destroyed) {
          sent += chunk.length;
          if (!answer.write(chunk)) return void answer.once('drain', more);
        }
      };
      more();
    });
    expect(await refusal(fetcher().fetch(url, limits))).toBe('too-large');
    expect(sent).toBeLessThan(20_000_000);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
  ])('counts the bytes of a %s bomb after decompression', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(limits.maxBytes);
    const { url } = await serve((_, answer) => {
      answer.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    });
    expect(await refusal(fetcher().fetch(url, limits))).toBe('too-large');
  });

  it('reads compressed answers that mean no harm', async () => {
    const { url } = await serve((_, answer) => {
      answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('entries'));
    });
    expect(Buffer.from((await fetcher().fetch(url, limits)).body).toString()).toBe('entries');
  });

  it('refuses encodings that it does not know, and broken ones', async () => {
    for (const encoding of ['zstd', 'gzip, gzip', 'constructor', 'gzip']) {
      const { url } = await serve((_, answer) => {
        answer.writeHead(200, { 'content-encoding': encoding }).end('plain text');
      });
      expect(await refusal(fetcher().fetch(url, limits))).toBe('wrong-type');
    }
  });

  it('ends an answer that never begins', async () => {
    const { url } = await serve(() => {});
    expect(await refusal(fetcher().fetch(url, { ...limits, timeoutMs: 150 }))).toBe('too-slow');
  });

  it('ends an answer that drips', async () => {
    const { url } = await serve((_, answer) => {
      const drip = setInterval(() => answer.write('.'), 20);
      answer.on('close', () => clearInterval(drip));
    });
    expect(await refusal(fetcher().fetch(url, { ...limits, timeoutMs: 200 }))).toBe('too-slow');
  });

  it('ends a compressed answer that drips', async () => {
    const { url } = await serve((_, answer) => {
      answer.writeHead(200, { 'content-encoding': 'gzip' });
      const bytes = gzipSync(Buffer.alloc(5_000));
      let at = 0;
      const drip = setInterval(() => answer.write(bytes.subarray(at, ++at)), 50);
      answer.on('close', () => clearInterval(drip));
    });
    expect(await refusal(fetcher().fetch(url, { ...limits, timeoutMs: 200 }))).toBe('too-slow');
  });

  it('names a body that breaks off as unreachable', async () => {
    const { url } = await serve((_, answer) => {
      answer.writeHead(200, { 'content-length': '100' });
      answer.write('half');
      setTimeout(() => answer.destroy(), 20);
    });
    expect(await refusal(fetcher().fetch(url, limits))).toBe('unreachable');
  });

  it('refuses heads that never end', async () => {
    const server = createTcpServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const line = `x: ${'y'.repeat(60_000)}\r\n`;
      const more = setInterval(() => socket.write(line), 1);
      socket.on('close', () => clearInterval(more)).on('error', () => {});
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    closing.push(() => new Promise((done) => server.close(done)));
    const { port } = server.address() as AddressInfo;
    expect(await refusal(fetcher().fetch(`http://127.0.0.1:${port}/`, limits))).toBe('unreachable');
  });

  it('refuses other media types, but reads the text of an error', async () => {
    let status = 200;
    const { url } = await serve((_, answer) => {
      answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>Under repair</h1>');
    });
    const request = { ...limits, accept: ['text/plain'] };
    expect(await refusal(fetcher().fetch(url, request))).toBe('wrong-type');
    status = 503;
    expect((await fetcher().fetch(url, request)).status).toBe(503);
  });
});

describe('manners', () => {
  it('asks one host for eight things at a time, the rest in turn', async () => {
    let open = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    const { url } = await serve((_, answer) => {
      most = Math.max(most, ++open);
      waiting.push(() => {
        open--;
        answer.end();
      });
      if (waiting.length >= 8 || waiting.length + answered >= 20) {
        answered += waiting.length;
        for (const end of waiting.splice(0)) end();
      }
    });
    let answered = 0;
    const client = fetcher();
    await Promise.all(Array.from({ length: 20 }, () => client.fetch(url, limits)));
    expect(most).toBe(8);
  });

  it('does not let a host that hangs keep another waiting', async () => {
    const hanging = await serve(() => {});
    const quick = await serve((_, answer) => answer.end('here'));
    const client = fetcher();
    const stuck = Array.from({ length: 20 }, () =>
      refusal(client.fetch(hanging.url, { ...limits, timeoutMs: 300 })),
    );
    expect((await client.fetch(quick.url, limits)).status).toBe(200);
    expect(new Set(await Promise.all(stuck))).toEqual(new Set(['too-slow']));
  });

  it('stops for the signal of the caller and hands its reason on', async () => {
    const { url } = await serve(() => {});
    const controller = new AbortController();
    const work = fetcher().fetch(url, { ...limits, signal: controller.signal });
    controller.abort(new Error('the node stops'));
    await expect(work).rejects.toThrow('the node stops');
  });
});
