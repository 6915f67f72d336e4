import {
  allianceCharter,
  chairTerms,
  contributions,
  type DemoTime,
  identityGroup,
  lettersGroup,
  type NodeKey,
  nextMeeting,
  openMinutes,
  pastMeeting,
  plainLetters,
} from '../content/index.ts';
import { SLUG } from './found-alliance.ts';
import type { Act, NodeApi } from './node-api.ts';
import type { StateFile } from './state.ts';
import { until } from './until.ts';

export interface Living {
  apis: Readonly<Record<NodeKey, NodeApi>>;
  /** Origin of each node. */
  urls: Readonly<Record<NodeKey, string>>;
  time: DemoTime;
  file: StateFile;
  signal: AbortSignal;
}

interface AllianceSeen {
  chair: { node: string; offered: { to: string; jti: string }[] } | null;
}

/**
 * What the members do in the alliance that they founded: the charter, the chair that goes round, two groups, meetings and
 * declarations. Who acts on what another said waits until it has read that.
 */
export async function liveAlliance(living: Living): Promise<void> {
  const { apis, urls, time, file, signal } = living;
  const alliance = `${urls.kaldavere}/alliances/${SLUG}`;
  const { kaldavere, montaluz, haesol } = urls;

  const act = async (node: NodeKey, name: string, path: string, said: object): Promise<Act> => {
    const key = `alliance ${node} ${name}`;
    const done = file.state.acts[key];
    if (done !== undefined) return done;
    signal.throwIfAborted();
    const { sub, jti } = await apis[node].act('POST', path, { alliance, ...said }, { key });
    file.state.acts[key] = { sub, jti };
    await file.save();
    return { sub, jti };
  };
  const publish = (node: NodeKey, name: string, path: string, body: object) =>
    act(node, name, path, { body });
  const sign = (node: NodeKey, of: 'charter' | 'declaration', name: string, text: Act) =>
    act(node, `signs ${name}`, '/alliance-signatures', { of, text, signature: {} });
  const join = (node: NodeKey, name: string, group: Act) =>
    act(node, `joins ${name}`, '/alliance-group-memberships', { group: group.sub, membership: {} });
  const takeChair = (node: NodeKey, offer: Act) =>
    act(node, 'takes the chair', '/alliance-chair-answers', {
      handOver: offer.sub,
      answer: { answer: 'accepted' },
    });

  const at = (node: NodeKey) =>
    `/alliances/${node === 'kaldavere' ? 'self' : `~${new URL(kaldavere).host}`}/${SLUG}`;
  const knows = (node: NodeKey, list: string, { jti }: Act) =>
    until(
      `${list} at ${node}`,
      async () => {
        const { items } = await apis[node].get<{ items: { jti: string }[] }>(`${at(node)}/${list}?limit=100`);
        return items.some((item) => item.jti === jti);
      },
      signal,
    );
  const isOffered = (node: NodeKey, name: string) =>
    until(
      `the chair is offered to ${node}`,
      async () => {
        if (file.state.acts[`alliance ${node} ${name}`] !== undefined) return true;
        const { chair } = await apis[node].get<AllianceSeen>(at(node));
        return chair?.offered.some(({ to }) => to === urls[node]) ?? false;
      },
      signal,
    );

  const charter = await publish('kaldavere', 'charter', '/alliance-charters', allianceCharter);
  await sign('kaldavere', 'charter', 'the charter', charter);
  const letters = await publish('kaldavere', 'plain letters', '/alliance-declarations', plainLetters);
  await sign('kaldavere', 'declaration', 'plain letters', letters);
  await publish('kaldavere', 'contribution', '/alliance-contributions', contributions.kaldavere(time));
  const first = await publish('kaldavere', 'offers the chair', '/alliance-chairs', chairTerms.montaluz(time));

  await isOffered('montaluz', 'takes the chair');
  await sign('montaluz', 'charter', 'the charter', charter);
  await sign('montaluz', 'declaration', 'plain letters', letters);
  await takeChair('montaluz', first);
  const second = await publish('montaluz', 'offers the chair', '/alliance-chairs', chairTerms.haesol(time));
  const language = await publish(
    'montaluz',
    'plain language',
    '/alliance-groups',
    lettersGroup([montaluz], time),
  );
  await join('montaluz', 'plain language', language);
  const minutes = await publish('montaluz', 'open minutes', '/alliance-declarations', openMinutes);
  await sign('montaluz', 'declaration', 'open minutes', minutes);
  await publish('montaluz', 'past meeting', '/alliance-meetings', {
    ...pastMeeting(time),
    outputs: [{ title: plainLetters.title, declaration: letters.sub }],
  });
  await publish('montaluz', 'contribution', '/alliance-contributions', contributions.montaluz(time));

  await isOffered('haesol', 'takes the chair');
  await sign('haesol', 'charter', 'the charter', charter);
  await sign('haesol', 'declaration', 'plain letters', letters);
  await takeChair('haesol', second);
  await knows('haesol', 'groups', language);
  await join('haesol', 'plain language', language);
  const identity = await publish(
    'haesol',
    'digital identity',
    '/alliance-groups',
    identityGroup([haesol, kaldavere], time),
  );
  await join('haesol', 'digital identity', identity);
  await publish('haesol', 'next meeting', '/alliance-meetings', {
    ...nextMeeting(time),
    group: identity.sub,
  });
  await publish('haesol', 'contribution', '/alliance-contributions', {
    ...contributions.haesol(time),
    group: language.sub,
  });

  await knows('kaldavere', 'declarations', minutes);
  await sign('kaldavere', 'declaration', 'open minutes', minutes);
  await knows('kaldavere', 'groups', identity);
  await join('kaldavere', 'digital identity', identity);
}
