import { deeds, type Known, type NodeKey } from '../content/index.ts';
import { ApiRefused } from './node-api.ts';
import { actOf, type Publishing, type Step } from './publishing.ts';
import { until } from './until.ts';

/** The acts in joint projects: each waits until what it speaks of has come to its node. */
export function projectSteps(publishing: Publishing, ownerOf: (key: string) => NodeKey): Step[] {
  const { apis, hosts, time, file, signal } = publishing;
  const known: Known = {
    time,
    sub: (key) => actOf(file.state, key).sub,
    node: (key) => publishing.origins[key],
  };
  const arrived = (node: NodeKey, key: string) =>
    until(
      `${key} at ${node}`,
      async () => {
        const { sub } = actOf(file.state, key);
        const owner = ownerOf(key);
        const place = owner === node ? 'self' : `~${hosts[owner]}`;
        return await answers(apis[node], `${pathOf(key)}/${place}/${sub.split('/').at(-1)}`);
      },
      signal,
    );
  return deeds.map((deed): Step => {
    const { key, node, chapter, path, of, body } = deed;
    return {
      key,
      node,
      chapter,
      async act() {
        for (const one of of) await arrived(node, one);
        return await apis[node].act('POST', path, body(known), { key });
      },
    };
  });
}

/** Where the API reads what an act made. */
function pathOf(key: string): string {
  return deeds.find((deed) => deed.key === key)?.path ?? '/practices';
}

async function answers(api: Publishing['apis'][NodeKey], path: string): Promise<boolean> {
  try {
    await api.get(path);
    return true;
  } catch (error) {
    if (error instanceof ApiRefused) return false;
    throw error;
  }
}
