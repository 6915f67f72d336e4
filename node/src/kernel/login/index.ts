/**
 * How people log in: at this node by its own methods, at other nodes with their login here (OpenID Provider), and here with
 * their login at home (relying party). Who is trusted for that is the trust resolver's to say; who is logged in is the
 * session's.
 *
 * - `kernel.login.home.begin(home, …)` and `.finish(callback, browser)`
 * - `kernel.login.consent` for the page that asks before anything is passed
 * - `kernel.login.mail`, `kernel.login.upstream`; `ownLogin(kernel, recognised)` gives what `c.var.session.signInPerson` takes
 * - `loginMetadata(kernel)` for the entity configuration
 */
export { browserOf, forgetBrowser, markBrowser, rememberedHome, rememberHome } from './browser.ts';
export { Consent, isEnough, LevelNotReached, type LoginRequest, LoginRequestExpired } from './consent.ts';
export { LetterNotSent, LINK_MINUTES, LinkExpired, normalAddress } from './mail/mail-link.ts';
export type { Letter, Mailer } from './mail/mailer.ts';
export { ownLogin, type Recognised } from './own-login.ts';
export {
  listPasskeys,
  type OwnPasskey,
  removePasskey,
  renamePasskey,
} from './passkey/own-passkeys.ts';
export { type PasskeyQuestion, PasskeyRefused } from './passkey/passkeys.ts';
export { sweepProviderState } from './provider/adapter.ts';
export { CONSENT } from './provider/make-provider.ts';
export { CALLBACK, loginMetadata } from './provider/metadata.ts';
export { providerRoutes } from './provider/routes.ts';
export { HomeLoginError, HomeNotTrusted, LoginNotBegun } from './relying-party/error.ts';
export { offersLogin } from './relying-party/home-configuration.ts';
export { type LoginService, makeLogin } from './service.ts';
export {
  assuranceOfMethod,
  type LoginSettings,
  type MethodOf,
  type MethodSettings,
  methodId,
} from './settings.ts';
export { newSecret, sweepSteps } from './steps.ts';
export { trustNode, trustNodes } from './trusted-node.ts';
