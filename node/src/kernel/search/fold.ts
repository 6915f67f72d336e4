import { latinOf } from './hebrew.ts';

/**
 * Text for comparison by three-letter pieces (pg_trgm), which knows only the letters of the database's locale: marks are
 * dropped, Hebrew letters become Latin ones. Never shown.
 */
export function fold(text: string): string {
  const plain = text
    .replaceAll('\0', '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return latinOf(plain);
}
