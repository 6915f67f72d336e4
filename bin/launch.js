#!/usr/bin/env node
// Runs a TypeScript entry point on the Node that package.json pins. Plain JavaScript that any Node >= 18 parses,
// so that it can still say one clear sentence on a machine whose own Node is too old.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * What Node is started with. The young generation of the heap may grow to 8 MB a half: left alone it takes over 100 MB
 * while a node starts, and keeps them while it idles.
 */
export const NODE_ARGUMENTS = [
  '--max-semi-space-size=8',
  '--import',
  pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href,
];

function pinnedNode() {
  const pinned = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return undefined;
}

export function launch(entry, args) {
  const node = pinnedNode();
  if (node === undefined || !existsSync(join(root, 'node_modules', 'tsx'))) {
    console.error(
      `Koinon needs Node 24 and its packages, which "npm ci" installs: run it in ${root}, then try again.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [...NODE_ARGUMENTS, resolve(root, entry), ...args], {
    // The channel ends with this process, even if it is killed: whatever runs for long then ends as well.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
      PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
    },
  });
  if (process.send) {
    process.once('disconnect', () => child.connected && child.disconnect());
    child.on('message', (message) => process.connected && process.send(message));
  }
  child.on('error', (error) => {
    console.error(`Koinon could not start ${node}: ${error.message}`);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exit(code ?? 1);
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  launch(process.argv[2], process.argv.slice(3));
}
