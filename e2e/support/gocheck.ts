import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gocheck as found } from '../../tools/src/suites.ts';
import { statement } from './api.ts';
import { type Finished, runProgram } from './process.ts';

export const hasGocheck = found() !== null;

let building: Promise<string> | undefined;

/** Runs the independent checker; it is built once, outside the source tree. */
export async function gocheck(...args: string[]): Promise<Finished> {
  building ??= build();
  return runProgram(await building, args);
}

/** Arguments that hold a node's log to its own key and to the witnesses of both partners. */
export async function logArguments(nodes: readonly { url: string }[], url: string): Promise<string[]> {
  const { log } = await statement(url);
  const partners = await Promise.all(
    nodes.filter((node) => node.url !== url).map((node) => statement(node.url)),
  );
  return [
    '-vkey',
    log.vkeys[0],
    ...partners.flatMap(({ witness }) => ['-witness', witness.vkeys[0]]),
    '-quorum',
    '2',
  ];
}

async function build(): Promise<string> {
  const checker = found();
  if (checker === null) throw new Error('gocheck is not here');
  if ('built' in checker) return checker.built;
  const program = join(mkdtempSync(join(tmpdir(), 'koinon-gocheck-')), 'gocheck');
  const { code, stderr } = await runProgram(join(checker.source, 'build.sh'), [program]);
  if (code !== 0) throw new Error(`gocheck does not build: ${stderr}`);
  return program;
}
