import { endpointSchema } from './entity-id.ts';
import { MetadataError } from './error.ts';
import { KOINON_NODE, readKoinonNode } from './koinon-metadata.ts';
import type { Metadata } from './statement-schema.ts';

const ENDPOINTS = [
  'federation_fetch_endpoint',
  'federation_list_endpoint',
  'federation_resolve_endpoint',
  'federation_trust_mark_status_endpoint',
  'federation_trust_mark_list_endpoint',
  'federation_trust_mark_endpoint',
  'federation_historical_keys_endpoint',
];

/**
 * Checks that resolved metadata fits the entity that it is about: endpoints of the federation are https URLs, an OpenID
 * Provider's `issuer` is the entity (or another issuer's tokens would pass for its own), and log and witness of a Koinon node
 * lie on its host.
 *
 * @throws MetadataError `invalid-endpoint`, `wrong-issuer`, `invalid-koinon-metadata`, `foreign-log`
 * @example checkMetadata('https://node.example', chain.metadata)
 */
export function checkMetadata(entityId: string, metadata: Metadata): void {
  const { federation_entity: federation, openid_provider: provider } = metadata;
  for (const name of ENDPOINTS) {
    const endpoint = federation?.[name];
    if (endpoint !== undefined && !endpointSchema.safeParse(endpoint).success) {
      throw new MetadataError('invalid-endpoint', `${name} is no https URL`);
    }
  }
  if (provider && provider.issuer !== entityId) {
    throw new MetadataError('wrong-issuer', `the issuer of ${entityId} is ${String(provider.issuer)}`);
  }
  if (Object.hasOwn(metadata, KOINON_NODE)) readKoinonNode(entityId, metadata);
}
