import { fromBase64, toBase64 } from './bytes.ts';
import { CheckpointError } from './error.ts';
import { assertSize, type Hash, isHash } from './merkle.ts';

/** What a log says of itself: its origin, how many entries it has, and their root. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Hash;
  extensions: string[];
}

function malformed(message: string): never {
  throw new CheckpointError('malformed-checkpoint', message);
}

/** A decimal without sign and leading zeros, at most 2^53-1; null where it is anything else. */
export function parseSize(text: string): number | null {
  if (!/^(0|[1-9]\d{0,15})$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

/** A hash in base64; null where it is anything else. */
export function parseHash(text: string): Hash | null {
  if (text.length !== 44) return null;
  try {
    const hash = fromBase64(text);
    return isHash(hash) ? hash : null;
  } catch {
    return null;
  }
}

/**
 * Reads the text of a checkpoint: origin, size, root, and extension lines. It says nothing of signatures: `openCheckpoint` does.
 *
 * @throws CheckpointError `malformed-checkpoint`
 * @example parseCheckpoint('node.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n').size // 0
 */
export function parseCheckpoint(text: string): Checkpoint {
  if (!text.endsWith('\n')) malformed('the text does not end in a newline');
  const [origin = '', size = '', root = '', ...extensions] = text.slice(0, -1).split('\n');
  if (origin === '') malformed('no origin');
  if (extensions.includes('')) malformed('an extension line is empty');
  return {
    origin,
    size: parseSize(size) ?? malformed('the size is not a canonical decimal below 2^53'),
    root: parseHash(root) ?? malformed('the root is not base64 of 32 bytes'),
    extensions,
  };
}

/**
 * Writes the text of a checkpoint.
 *
 * @throws CheckpointError `malformed-checkpoint`
 * @throws InvalidArgument where the size is not an integer from 0 to 2^53-1
 * @example formatCheckpoint({ origin: 'node.example/log', size: range.size, root: range.root() })
 */
export function formatCheckpoint(
  checkpoint: Omit<Checkpoint, 'extensions'> & { extensions?: readonly string[] },
): string {
  const extensions = checkpoint.extensions ?? [];
  assertSize(checkpoint.size, 'size');
  const lines = [checkpoint.origin, String(checkpoint.size), toBase64(checkpoint.root), ...extensions];
  if (!isHash(checkpoint.root) || lines.some((line) => line === '' || line.includes('\n'))) {
    malformed('a line is empty or holds a newline, or the root is not 32 bytes');
  }
  return `${lines.join('\n')}\n`;
}
