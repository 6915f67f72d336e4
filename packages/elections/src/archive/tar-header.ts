import { Rejection } from '../error.ts';

/** Archives are made of blocks of this many bytes. */
export const BLOCK = 512;
const NAME_SIZE = 100;
const SIZE_AT = 124;
const MTIME_AT = 136;
const CHECKSUM_AT = 148;
const TYPE_AT = 156;
const LARGEST = 8 ** 11 - 1;

export interface TarHeader {
  name: string;
  size: number;
  /** Unix seconds; one archive has the same for all its records. */
  mtime: number;
}

/** The 512-byte header block of one record: plain v7 fields, no `ustar` magic, as belenios-tool writes it. */
export function encodeHeader({ name, size, mtime }: TarHeader): Uint8Array {
  if (name.length >= NAME_SIZE || size > LARGEST || mtime > LARGEST)
    throw new RangeError('does not fit a header');
  const block = new Uint8Array(BLOCK);
  put(block, 0, name);
  put(block, 100, '0000644');
  put(block, 108, '0000000');
  put(block, 116, '0000000');
  put(block, SIZE_AT, octal(size, 11));
  put(block, MTIME_AT, octal(mtime, 11));
  put(block, CHECKSUM_AT, '        ');
  put(block, TYPE_AT, '0');
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(block, CHECKSUM_AT, `${octal(sum, 6)}\0 `);
  return block;
}

/**
 * Reads a header block, and accepts only what `encodeHeader` would have written.
 * @throws Rejection `archive.header`, `archive.trailing-blocks`
 */
export function decodeHeader(block: Uint8Array): TarHeader {
  if (block.every((byte) => byte === 0)) {
    throw new Rejection(
      'archive.trailing-blocks',
      'The archive goes on with empty blocks after its last record.',
    );
  }
  const name = ascii(block, 0, block.indexOf(0));
  const size = readOctal(block, SIZE_AT);
  const mtime = readOctal(block, MTIME_AT);
  if (name.length === 0 || name.length >= NAME_SIZE || size === undefined || mtime === undefined)
    throw badHeader();
  const header = { name, size, mtime };
  if (!encodeHeader(header).every((byte, i) => byte === block[i])) throw badHeader();
  return header;
}

function badHeader(): Rejection {
  return new Rejection(
    'archive.header',
    'A record of the archive has a header that the format does not allow.',
  );
}

function put(block: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) block[at + i] = text.charCodeAt(i);
}

function ascii(block: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...block.subarray(from, Math.max(from, to)));
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

function readOctal(block: Uint8Array, at: number): number | undefined {
  const text = ascii(block, at, at + 11);
  return /^[0-7]{11}$/.test(text) ? Number.parseInt(text, 8) : undefined;
}
