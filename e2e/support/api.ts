import { request } from 'undici';
import { examplePractice } from '../../node/src/modules/practices/examples.ts';
import type { PracticeInput } from '../../node/src/modules/practices/practice.ts';
import type { DemoNode } from './alliance.ts';

export interface Published {
  jti: string;
  status: 'pending' | 'logged';
  /** Last part of the subject's path. */
  id: string;
}

/** The node answered, but not with a record. Any other error of `publish` means that the node was not there. */
export class RefusedAct extends Error {
  constructor(status: number, text: string) {
    super(`${status}: ${text}`);
  }
}

/** A practice with a title of its own, complete enough to be published. */
export function practice(title: string): PracticeInput {
  return { ...examplePractice, title: { source: 'en', en: title } };
}

/** Publishes over the REST API and answers what the node said. */
export function publish(
  node: Pick<DemoNode, 'url' | 'adminToken'>,
  body: PracticeInput,
  query = '',
  headers: Record<string, string> = {},
): Promise<Published> {
  return act(node, `practices${query}`, body, headers);
}

/** Any act of the administrator by API. */
export async function act(
  { url, adminToken }: Pick<DemoNode, 'url' | 'adminToken'>,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Published> {
  const { statusCode, body: answered } = await request(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answered.text();
  if (statusCode !== 201) throw new RefusedAct(statusCode, text);
  const answer = JSON.parse(text) as Published & { sub: string };
  return {
    jti: answer.jti,
    status: answer.status,
    id: new URL(answer.sub, url).pathname.split('/').at(-1) ?? '',
  };
}

/** What a page says, without markup and with single spaces. */
export async function words(url: string): Promise<string | null> {
  const response = await fetch(url, { headers: { accept: 'text/html', 'accept-language': 'en' } });
  if (response.status !== 200) return null;
  const html = await response.text();
  return html
    .replace(/<(script|style|svg)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** What `/.well-known/koinon` says of a node. */
export interface Statement {
  name: string;
  origin: string;
  log: { origin: string; prefix: string; vkeys: [string, ...string[]] };
  witness: { name: string; prefix: string; vkeys: [string, ...string[]] };
}

export async function statement(url: string): Promise<Statement> {
  const response = await fetch(`${url}/.well-known/koinon`);
  return (await response.json()) as Statement;
}
