import {
  type AdoptionStory,
  adoptionStories,
  deeds,
  eventStories,
  type NodeKey,
  type Story,
  stories,
} from '../content/index.ts';
import { commitmentSteps } from './commitment-steps.ts';
import { eventSteps } from './event-steps.ts';
import { projectSteps } from './project-steps.ts';
import { actOf, idOf, type Publishing, type Step } from './publishing.ts';
import { until } from './until.ts';

/** Publishes what is not published yet: chapter after chapter, the countries side by side. */
export async function publishStories(publishing: Publishing): Promise<void> {
  const { file, signal } = publishing;
  const steps = [
    ...stories.flatMap((story) => practiceSteps(publishing, story)),
    ...adoptionStories.flatMap((story) => adoptionSteps(publishing, story)),
    ...commitmentSteps(publishing),
    ...eventStories.flatMap((story) => eventSteps(publishing, story)),
    ...projectSteps(publishing, ownerOf),
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

/** Whose act it is: a version of a practice (`ferry-plates 1`), or an act in a project. */
function ownerOf(key: string): NodeKey {
  const owner = deeds.find((deed) => deed.key === key) ?? stories.find((story) => key === `${story.key} 1`);
  if (owner === undefined) throw new Error(`nobody does ${key}`);
  return owner.node;
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
