import { execFileSync } from 'node:child_process';
import { build } from 'esbuild';

/** What is left of the globals once Node's own are gone; a bundle that runs so needs no polyfill either. */
const PRELUDE = `
  const print = process.stdout.write.bind(process.stdout);
  const code = require('node:fs').readFileSync(0, 'utf8');
  for (const name of ['process', 'Buffer', 'require', 'module', 'exports', 'global', 'setImmediate', 'crypto']) {
    delete globalThis[name];
  }
  (0, eval)(code);
`;

/** Bundles a file for browsers and returns the code: esbuild fails where it imports anything of Node. */
export async function bundleForBrowser(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Runs a bundle in a process without Node's globals and returns the global that it leaves. */
export function runWithoutNode(code: string, result: string): unknown {
  const script = `${PRELUDE}; print(JSON.stringify(globalThis[${JSON.stringify(result)}]));`;
  const output = execFileSync(process.execPath, ['-e', script], { input: code, encoding: 'utf8' });
  return JSON.parse(output);
}
