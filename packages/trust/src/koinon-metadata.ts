import { keysFromJwks } from '@koinon/records';
import {
  COSIGNATURE_ED25519,
  COSIGNATURE_ML_DSA_44,
  ED25519,
  parseVerifierKey,
} from '@koinon/transparency-log';
import * as z from 'zod';
import { MetadataError } from './error.ts';
import type { Metadata } from './statement-schema.ts';

/** Entity type of a Koinon node. */
export const KOINON_NODE = 'koinon_node';

function isVerifierKey(text: string): boolean {
  try {
    parseVerifierKey(text);
    return true;
  } catch {
    return false;
  }
}

function isRecordJwks(value: unknown): boolean {
  try {
    keysFromJwks(value);
    return true;
  } catch {
    return false;
  }
}

const vkeys = z.array(z.string().max(4096).refine(isVerifierKey, 'is not a vkey')).min(1).max(16);
const path = z
  .string()
  .max(1024)
  .regex(/^\/(?!\/)[!-~]*$/, 'is not a path');
const kind = z.string().max(128);
/** Shown to people as plain text, so it is short and one line. */
const line = z
  .string()
  .max(300)
  .regex(/^\P{Cc}*$/u, 'holds control characters');

/** What a Koinon node tells its partners in its entity configuration. Fields may be added, these stay. */
export const koinonNodeSchema = z.looseObject({
  name: line.min(1),
  version: line.optional(),
  log: z.looseObject({ origin: z.string().min(1).max(512), prefix: path, vkeys }),
  witness: z.looseObject({ name: z.string().min(1).max(512), prefix: path, vkeys }),
  /** Keys that sign records, with the part of the log each is valid for; none before the log has an entry. */
  record_jwks: z.looseObject({ keys: z.array(z.unknown()) }).refine(isRecordJwks, 'is no set of record keys'),
  /** Kinds of records that the node reads. */
  kinds: z.array(kind).max(4096).optional(),
  /** Paths by name. */
  interfaces: z.record(z.string().max(64), path).optional(),
  /** Addresses of people: e-mail or https. */
  contacts: z
    .array(
      z
        .string()
        .max(320)
        .regex(/^(https:\/\/|mailto:)[!-~]+$/, 'is not a mailto: or https: address'),
    )
    .max(16)
    .optional(),
});
export type KoinonNodeMetadata = z.infer<typeof koinonNodeSchema>;

/** Keys of one name and of the types that its role has, the Ed25519 key first (every reader can check that one). */
function areKeysOf(name: string, vkeys: readonly string[], types: readonly number[]): boolean {
  const keys = vkeys.map(parseVerifierKey);
  return keys.every((key) => key.name === name && types.includes(key.type)) && keys[0]?.type === types[0];
}

/**
 * Reads the Koinon metadata of a resolved entity. Log and witness must be named after the address they are served at, below
 * the entity's host, and be what the keys are for: else one node could lend its name to the log of another.
 *
 * @throws MetadataError `invalid-koinon-metadata`, `foreign-log`
 * @example const { log } = readKoinonNode(chain.subject, chain.metadata)
 */
export function readKoinonNode(entityId: string, metadata: Metadata): KoinonNodeMetadata {
  const parsed = koinonNodeSchema.safeParse(metadata[KOINON_NODE]);
  if (!parsed.success) throw new MetadataError('invalid-koinon-metadata', z.prettifyError(parsed.error));
  const { log, witness } = parsed.data;
  const { host } = new URL(entityId);
  const own = (name: string, prefix: string): boolean => `${name}/` === `${host}${prefix}`;
  if (!own(log.origin, log.prefix) || !areKeysOf(log.origin, log.vkeys, [ED25519])) {
    throw new MetadataError('foreign-log', `${log.origin} is not of ${host}, or its keys are not`);
  }
  const cosigning = [COSIGNATURE_ED25519, COSIGNATURE_ML_DSA_44];
  if (!own(witness.name, witness.prefix) || !areKeysOf(witness.name, witness.vkeys, cosigning)) {
    throw new MetadataError('foreign-log', `${witness.name} is not of ${host}, or its keys are not`);
  }
  return parsed.data;
}
