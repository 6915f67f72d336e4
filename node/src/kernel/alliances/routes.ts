import { isEntityId, JWT_KINDS } from '@koinon/trust';
import { type Context, Hono } from 'hono';
import { answerToken, federationError, listSubordinates, superiorRoutes } from '../federation/index.ts';
import type { Kernel } from '../kernel.ts';
import { allianceConfiguration, allianceMark, allianceStatement, charterDocument } from './entity.ts';
import { findHosted, type HostedAlliance } from './hosted.ts';

const PATH = '/alliances/:slug{[a-z0-9-]+}';

/** What other entities read of the alliances that this node hosts, each below its own address. */
export function allianceRoutes(kernel: Kernel): Hono {
  const app = new Hono();
  const hosted = async (c: Context): Promise<HostedAlliance | null> =>
    await findHosted(kernel.db, c.req.param('slug') ?? '');
  const unknown = (c: Context) => federationError(c, 404, 'not_found', 'no such alliance lives here');

  app.get(`${PATH}/.well-known/openid-federation`, async (c) => {
    const alliance = await hosted(c);
    if (alliance === null) return unknown(c);
    return answerToken(c, await allianceConfiguration(kernel, alliance), JWT_KINDS.entityStatement.mediaType);
  });

  app.route(
    '/',
    superiorRoutes(PATH, async (c) => {
      const alliance = await hosted(c);
      return (
        alliance && {
          entityId: alliance.id,
          statement: (subject) => allianceStatement(kernel, alliance, subject),
          subordinates: () => listSubordinates(kernel.db, alliance.id),
        }
      );
    }),
  );

  // OpenID Federation 1.1 section 8.6.
  app.get(`${PATH}/federation/trust-mark`, async (c) => {
    const alliance = await hosted(c);
    if (alliance === null) return unknown(c);
    const { trust_mark_type: type = '', sub: node = '' } = c.req.query();
    if (type === '' || !isEntityId(node))
      return federationError(c, 400, 'invalid_request', 'trust_mark_type and sub are wanted');
    const mark = await allianceMark(kernel, alliance, { node, type });
    if (mark === null) return federationError(c, 404, 'not_found', 'sub has no such trust mark');
    return answerToken(c, mark, JWT_KINDS.trustMark.mediaType);
  });

  app.get(`${PATH}/charter.json`, async (c) => {
    const alliance = await hosted(c);
    if (alliance === null) return unknown(c);
    return c.body(charterDocument(alliance), 200, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-cache',
      'Access-Control-Allow-Origin': '*',
    });
  });
  return app;
}
