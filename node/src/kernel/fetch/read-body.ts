import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchRefused } from './error.ts';

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads a body to its end, decompressed, and gives up once it has more than `maxBytes`: in either form, so that
 * neither an endless stream nor a small bomb fills the memory.
 */
export async function readBody(
  url: string,
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const decoded = decode(url, body, encoding);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of decoded as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw new FetchRefused('too-large', url, `more than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (isZlibError(error)) throw new FetchRefused('wrong-type', url, `broken ${encoding} encoding`);
    throw error;
  } finally {
    body.destroy();
  }
  const bytes = Buffer.concat(chunks, length);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function decode(url: string, body: Readable, encoding: string | undefined): NodeJS.ReadableStream {
  if (encoding === undefined || encoding === '' || encoding === 'identity') return body;
  const make = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined;
  if (!make) {
    body.destroy();
    throw new FetchRefused('wrong-type', url, `content encoding ${encoding}`);
  }
  // Errors of either stream come out of the decoder, which is the one that is read.
  return pipeline(body, make(), () => {});
}

function isZlibError(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^(Z_|ERR__?ZLIB|ERR__ERROR_FORMAT|ERR_BROTLI|ERR__)/.test(code);
}
