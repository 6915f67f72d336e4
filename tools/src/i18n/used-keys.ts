import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `t('key'` and `id="key"` of `<Say>`, where the key is written out. */
const USES = [
  /(?<![\w$])t\(\s*'([a-z][a-z0-9-]*(?:\.[A-Za-z0-9-]+)+)'/g,
  /<Say\b[^>]*?\bid="([a-z][a-z0-9-]*(?:\.[A-Za-z0-9-]+)+)"/g,
];

/** Keys that the sources name and English does not have. */
export async function unknownKeys(
  root: string,
  known: ReadonlySet<string>,
): Promise<Array<{ file: string; key: string; what: string }>> {
  const problems: Array<{ file: string; key: string; what: string }> = [];
  const source = join(root, 'node/src');
  for (const path of await readdir(source, { recursive: true })) {
    if (!/\.tsx?$/.test(path) || /\.test\.tsx?$/.test(path)) continue;
    const text = (await readFile(join(source, path), 'utf8')).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    for (const pattern of USES) {
      for (const [, key = ''] of text.matchAll(pattern)) {
        if (!known.has(key))
          problems.push({ file: join('node/src', path), key, what: 'used, but not in English' });
      }
    }
  }
  return problems;
}
