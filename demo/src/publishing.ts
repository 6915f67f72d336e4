import type { DemoTime, NodeKey } from '../content/index.ts';
import type { Act, NodeApi } from './node-api.ts';
import type { DemoState, StateFile } from './state.ts';

export interface Publishing {
  apis: Readonly<Record<NodeKey, NodeApi>>;
  /** Host and port of each node. */
  hosts: Readonly<Record<NodeKey, string>>;
  origins: Readonly<Record<NodeKey, string>>;
  time: DemoTime;
  file: StateFile;
  signal: AbortSignal;
  progress(done: number, all: number): void;
}

/** One act of the story, by one node, in one chapter. */
export interface Step {
  /** Under which the act is remembered. */
  key: string;
  node: NodeKey;
  chapter: number;
  act(): Promise<Act>;
}

/** @throws where it is not published yet */
export function actOf(state: DemoState, key: string): { sub: string; jti: string } {
  const act = state.acts[key];
  if (act === undefined) throw new Error(`${key} is not published yet`);
  return act;
}

/** Last part of the subject's path. */
export function idOf(state: DemoState, key: string): string {
  return actOf(state, key).sub.split('/').at(-1) ?? '';
}
