import {
  type CommitmentAct,
  type CommitmentStory,
  type NodeKey,
  type PlanStory,
  plans,
  references,
  type Scene,
} from '../content/index.ts';
import type { Act } from './node-api.ts';
import { actOf, idOf, type Publishing, type Step } from './publishing.ts';
import { until } from './until.ts';

/** Plans, references, and what is said of each commitment: a new chapter wherever another node has the word. */
export function commitmentSteps(publishing: Publishing): Step[] {
  const { apis } = publishing;
  return [
    ...references.map(({ key, node, ...body }) => ({
      key,
      node,
      chapter: 1,
      act: () => apis[node].act('POST', '/commitment-references', body, { key }),
    })),
    ...plans.flatMap((plan) => planSteps(publishing, plan)),
  ];
}

function planSteps(publishing: Publishing, plan: PlanStory): Step[] {
  const { key, node, commitments } = plan;
  const scene = sceneOf(publishing);
  return [
    {
      key,
      node,
      chapter: 1,
      act: () => publishing.apis[node].act('POST', '/commitment-plans', plan.plan(scene), { key }),
    },
    ...commitments.flatMap((story) => {
      const acts = story.acts(scene);
      let chapter = 1;
      return acts.map((act, i): Step => {
        if (i > 0 && act.node !== acts[i - 1]?.node) chapter++;
        return {
          key: nameOf(story, i),
          node: act.node,
          chapter,
          async act() {
            await untilKnown(publishing, plan.node, story, acts, i);
            return await say(publishing, plan, story, acts, i);
          },
        };
      });
    }),
  ];
}

async function say(
  { apis, file: { state } }: Publishing,
  plan: PlanStory,
  story: CommitmentStory,
  acts: readonly CommitmentAct[],
  i: number,
): Promise<Act> {
  const act = acts[i] as CommitmentAct;
  const api = apis[act.node];
  const options = { key: nameOf(story, i) };
  const before = acts.slice(0, i);
  if ('promise' in act) {
    const number = String(plan.commitments.indexOf(story) + 1);
    const body = { ...act.promise, plan: actOf(state, plan.key).sub, number, zone: plan.zone };
    if (i === 0) return await api.act('POST', '/commitments', body, options);
    const latest = nameOf(
      story,
      before.findLastIndex((one) => 'promise' in one),
    );
    const path = `/commitments/self/${idOf(state, latest)}`;
    return await api.act('PUT', path, body, { ...options, ifMatch: actOf(state, latest).jti });
  }
  const commitment = actOf(state, nameOf(story, 0)).sub;
  if ('lead' in act) {
    return await api.act('POST', '/commitment-leads', { commitment, lead: act.lead }, options);
  }
  if ('report' in act) {
    return await api.act('POST', '/commitment-reports', { commitment, report: act.report }, options);
  }
  const assessed = before.findLastIndex((one) => 'report' in one);
  const report = assessed < 0 ? {} : { report: actOf(state, nameOf(story, assessed)).sub };
  const assessment = { ...act.assessment, ...report };
  return await api.act('POST', '/commitment-assessments', { commitment, assessment }, options);
}

/** Whoever speaks of what others said must have it from their logs first. */
async function untilKnown(
  { apis, hosts, file: { state }, signal }: Publishing,
  owner: NodeKey,
  story: CommitmentStory,
  acts: readonly CommitmentAct[],
  i: number,
): Promise<void> {
  const node = acts[i]?.node ?? owner;
  const promised = acts.slice(0, i).findLastIndex((act) => 'promise' in act);
  const jtis = acts
    .slice(0, i)
    .flatMap((act, place) =>
      act.node === node || ('promise' in act && place !== promised)
        ? []
        : [actOf(state, nameOf(story, place)).jti],
    );
  if (jtis.length === 0) return;
  const place = node === owner ? 'self' : `~${hosts[owner]}`;
  const path = `/commitments/${place}/${idOf(state, nameOf(story, 0))}`;
  await until(
    `${story.key} at ${node}`,
    async () => {
      // Not there yet is an answer as good as an old version.
      const known = await apis[node].get(path).then(JSON.stringify, () => '');
      return jtis.every((jti) => known.includes(jti));
    },
    signal,
  );
}

function nameOf({ key }: CommitmentStory, i: number): string {
  return `${key} ${i + 1}`;
}

function sceneOf({ time, hosts }: Publishing): Scene {
  const at = Object.fromEntries(Object.entries(hosts).map(([node, host]) => [node, `http://${host}`]));
  return { time, at: at as Record<NodeKey, string> };
}
