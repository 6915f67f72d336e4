import { KOINON_NODE, type Metadata } from '@koinon/trust';
import type { Kernel } from '../kernel.ts';
import { nodeStatement, recordJwks } from '../log/statement.ts';

/** What one part of the node has to say of it, by entity type (OpenID Federation section 5). */
export type MetadataContributor = (kernel: Kernel) => Promise<Metadata> | Metadata;

/** What every node says of itself. */
async function nodeMetadata(kernel: Kernel): Promise<Metadata> {
  const { identity } = kernel;
  const { name, version, log, witness, kinds, interfaces } = nodeStatement(kernel);
  const { email } = identity.profile;
  const contacts = email !== undefined && /^[!-~]+@[!-~]+$/.test(email) ? [`mailto:${email}`] : [];
  return {
    federation_entity: {
      organization_name: name,
      organization_uri: identity.origin,
      ...(contacts.length > 0 && { contacts: [email] }),
    },
    [KOINON_NODE]: {
      name,
      version,
      log: { origin: log.origin, prefix: log.prefix, vkeys: log.vkeys },
      witness,
      record_jwks: await recordJwks(kernel),
      kinds,
      interfaces,
      ...(contacts.length > 0 && { contacts }),
    },
  };
}

/**
 * What this node says of itself: its own metadata, then that of each module that has some. A type that two of them name
 * holds the parameters of both, the later one's where they differ.
 */
export async function ownMetadata(kernel: Kernel): Promise<Metadata> {
  const modules = kernel.modules.modules.flatMap(({ entityMetadata }) => entityMetadata ?? []);
  const parts = await Promise.all([nodeMetadata, ...modules].map((contribute) => contribute(kernel)));
  const whole: Metadata = {};
  for (const part of parts) {
    for (const [type, parameters] of Object.entries(part)) whole[type] = { ...whole[type], ...parameters };
  }
  return whole;
}
