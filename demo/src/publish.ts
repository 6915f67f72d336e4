import {
  type AdoptionStory,
  adoptionStories,
  type DemoTime,
  type NodeKey,
  type Story,
  stories,
} from '../content/index.ts';
import type { Act, NodeApi } from './node-api.ts';
import type { DemoState, StateFile } from './state.ts';
import { until } from './until.ts';

export interface Publishing {
  apis: Readonly<Record<NodeKey, NodeApi>>;
  /** Host and port of each node. */
  hosts: Readonly<Record<NodeKey, string>>;
  time: DemoTime;
  file: StateFile;
  signal: AbortSignal;
  progress(done: number, all: number): void;
}

/** One act of the story, by one node, in one chapter. */
interface Step {
  /** Under which the act is remembered. */
  key: string;
  node: NodeKey;
  chapter: number;
  act(): Promise<Act>;
}

/** Publishes what is not published yet: chapter after chapter, the countries side by side. */
export async function publishStories(publishing: Publishing): Promise<void> {
  const { file, signal } = publishing;
  const steps = [
    ...stories.flatMap((story) => practiceSteps(publishing, story)),
    ...adoptionStories.flatMap((story) => adoptionSteps(publishing, story)),
  ];
  const left = steps.filter(({ key }) => file.state.acts[key] === undefined);
  let done = steps.length - left.length;
  for (const chapter of [...new Set(steps.map((step) => step.chapter))].sort()) {
    const nodes = new Set(left.map(({ node }) => node));
    await Promise.all(
      [...nodes].map(async (node) => {
        for (const step of left.filter((one) => one.node === node && one.chapter === chapter)) {
          signal.throwIfAborted();
          const { sub, jti } = await step.act();
          file.state.acts[step.key] = { sub, jti };
          await file.save();
          publishing.progress(++done, steps.length);
        }
      }),
    );
  }
}

function practiceSteps({ apis, time, file: { state } }: Publishing, story: Story): Step[] {
  const { key, node, withdrawn } = story;
  const versions = story.versions(time);
  const steps = versions.map(({ chapter, body }, i): Step => {
    const name = `${key} ${i + 1}`;
    return {
      key: name,
      node,
      chapter,
      act: () =>
        i === 0
          ? apis[node].act('POST', '/practices', body, { key: name })
          : apis[node].act('PUT', `/practices/self/${idOf(state, `${key} 1`)}`, body, {
              key: name,
              ifMatch: actOf(state, `${key} ${i}`).jti,
            }),
    };
  });
  if (withdrawn === undefined) return steps;
  const name = `${key} withdrawn`;
  const path = () => `/practices/self/${idOf(state, `${key} 1`)}/withdrawal`;
  return [
    ...steps,
    {
      key: name,
      node,
      chapter: (versions.at(-1)?.chapter ?? 0) + 1,
      act: () => apis[node].act('POST', path(), { reason: withdrawn }, { key: name }),
    },
  ];
}

function adoptionSteps(publishing: Publishing, story: AdoptionStory): Step[] {
  const {
    apis,
    time,
    file: { state },
  } = publishing;
  const { key, node, practice, from } = story;
  return story.versions(time).map(({ chapter, body }, i): Step => {
    const name = `${key} ${i + 1}`;
    const request = () => ({
      ...(from === undefined ? {} : { from: actOf(state, `${from} 1`).sub }),
      adoption: body,
    });
    return {
      key: name,
      node,
      chapter,
      async act() {
        if (i > 0) {
          const options = { key: name, ifMatch: actOf(state, `${key} ${i}`).jti };
          return await apis[node].act(
            'PUT',
            `/practice-adoptions/self/${idOf(state, `${key} 1`)}`,
            request(),
            options,
          );
        }
        await untilKnown(publishing, story);
        return await apis[node].act(
          'POST',
          '/practice-adoptions',
          { practice: actOf(state, `${practice} 1`).sub, ...request() },
          { key: name },
        );
      },
    };
  });
}

/** An adoption names what its author has read: that must have come here through the log first. */
async function untilKnown(publishing: Publishing, { node, practice, from }: AdoptionStory): Promise<void> {
  const {
    apis,
    hosts,
    file: { state },
    signal,
  } = publishing;
  const owner = stories.find(({ key }) => key === practice)?.node ?? node;
  const { sub } = actOf(state, `${practice} 1`);
  const place = owner === node ? 'self' : `~${hosts[owner]}`;
  await until(
    `${practice} at ${node}`,
    async () => {
      const { items } = await apis[node].get<{ items: { sub: string }[] }>('/practices?limit=100');
      return items.some((item) => item.sub === sub);
    },
    signal,
  );
  if (from === undefined) return;
  await until(
    `${from} at ${node}`,
    async () => {
      const path = `/practices/${place}/${idOf(state, `${practice} 1`)}/adoptions?limit=100`;
      const { items } = await apis[node].get<{ items: { sub: string }[] }>(path);
      return items.some((item) => item.sub === actOf(state, `${from} 1`).sub);
    },
    signal,
  );
}

function actOf(state: DemoState, key: string): { sub: string; jti: string } {
  const act = state.acts[key];
  if (act === undefined) throw new Error(`${key} is not published yet`);
  return act;
}

function idOf(state: DemoState, key: string): string {
  return actOf(state, key).sub.split('/').at(-1) ?? '';
}
