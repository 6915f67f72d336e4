/** This node among others in the words of OpenID Federation: what it states about itself. */
export { federationJwks, federationSigner } from './federation-keys.ts';
export { OwnConfiguration } from './own-configuration.ts';
export { entityRoutes } from './routes.ts';
