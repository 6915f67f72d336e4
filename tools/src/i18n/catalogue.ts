import { readFile } from 'node:fs/promises';

export interface Catalogue {
  messages: Record<string, string>;
  problems: Array<{ key: string; what: string }>;
}

/** Reads one file of messages: flat, texts only, no key twice (JSON.parse would keep the last in silence). */
export async function readCatalogue(path: string): Promise<Catalogue> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { messages: {}, problems: [{ key: '*', what: 'the file is missing' }] };
  }
  let parsed: Record<string, unknown>;
  try {
    parsed = JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    return { messages: {}, problems: [{ key: '*', what: `not JSON: ${(error as Error).message}` }] };
  }
  const problems: Catalogue['problems'] = [];
  const messages: Record<string, string> = {};
  for (const [key, value] of Object.entries(parsed)) {
    if (typeof value !== 'string') problems.push({ key, what: 'not a text' });
    else if (value.trim() === '') problems.push({ key, what: 'empty' });
    else messages[key] = value;
  }
  const seen = new Set<string>();
  for (const [, key = ''] of text.matchAll(/[{,]\s*"((?:[^"\\]|\\.)+)"\s*:/g)) {
    if (seen.has(key)) problems.push({ key, what: 'stands twice' });
    seen.add(key);
  }
  return { messages, problems };
}
