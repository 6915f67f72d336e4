/** This node among others in the words of OpenID Federation: what it states about itself, and whom it trusts, and why. */
export { askEntity, PASSING_FAILURES } from './ask-entity.ts';
export { dropChain } from './chain-cache.ts';
export { issuedAt, jwksOf, newestKey, signerAt } from './federation-keys.ts';
export { OwnEntity, superiorEndpoints } from './own-entity.ts';
export type { MetadataContributor } from './own-metadata.ts';
export { keepPinChanges, readPins, removePin, savePin } from './pins.ts';
export { type Known, type ResolverSettings, TrustResolver } from './resolver.ts';
export { entityRoutes } from './routes.ts';
export {
  dropSubordinate,
  listSubordinates,
  METADATA_POLICY,
  readSubordinate,
  type StatedKeys,
  type Subordinate,
  statementAbout,
  stateSubordinate,
} from './subordinates.ts';
export { answerToken, federationError, type Superior, superiorRoutes } from './superior-routes.ts';
