/** This node among others in the words of OpenID Federation: what it states about itself, and whom it trusts, and why. */
export { federationJwks, federationSigner } from './federation-keys.ts';
export { OwnConfiguration } from './own-configuration.ts';
export type { MetadataContributor } from './own-metadata.ts';
export { readPins, removePin, savePin } from './pins.ts';
export { type ResolverSettings, TrustResolver } from './resolver.ts';
export { entityRoutes } from './routes.ts';
