import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { JWT_KINDS } from '@koinon/trust';
import { TestEntity } from '../../../../../packages/trust/test/support/entities.ts';

export type Answer = RequestListener;

/** A host on loopback on which several entities live, each below a path of its own. */
export interface EntityServer {
  url: string;
  /** Paths that were asked for, with their query. */
  asked: string[];
  /** Makes an entity on this host. */
  entity(name: string, superiors?: readonly TestEntity[]): TestEntity;
  /** Answers a path in another way than by the statement that belongs there. */
  answers: Map<string, Answer>;
  close(): Promise<void>;
}

const { mediaType } = JWT_KINDS.entityStatement;

/**
 * Serves the statements of its entities as they are at the moment of asking, issued at `now()` (seconds). The content type
 * has a parameter, as some servers add one.
 */
export async function entityServer(
  now: () => number,
  contentType = `${mediaType}; charset=utf-8`,
): Promise<EntityServer> {
  const entities = new Map<string, TestEntity>();
  const asked: string[] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(`${url.pathname}${url.search}`);
    const special = answers.get(url.pathname);
    if (special) return special(request, response);
    const jws = statementAt(url);
    if (jws === null) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': contentType }).end(jws);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function statementAt({ pathname, searchParams }: URL): string | null {
    const entity = entities.get(`${url}/${pathname.split('/')[1]}`);
    if (!entity) return null;
    if (pathname.endsWith('/.well-known/openid-federation')) {
      entity.rest.iat = now();
      return entity.configuration();
    }
    const subject = entities.get(searchParams.get('sub') ?? '');
    const stated = subject && entity.about.get(subject.id);
    if (!stated) return null;
    entity.about.set(subject.id, { ...stated, iat: now() });
    return entity.statement(subject);
  }

  return {
    url,
    asked,
    answers,
    entity(name, superiors = []) {
      const entity = new TestEntity(`${url}/${name}`, superiors);
      entities.set(entity.id, entity);
      return entity;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
