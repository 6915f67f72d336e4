/**
 * Languages of the interface: ICU messages in one JSON file per folder and language, numbers and dates through Intl.
 *
 * - `loadI18n(messageSources(modules), options)` makes the `I18n` of a node (once, at start).
 * - `messagesBeside(import.meta.url)` is a module's `messages` function; its keys become `<module>.<key>`.
 * - `i18n.translator(locale)('practices.list.count', { count: 3 })` fills in a message. Shown text arguments are isolated
 *   in bidirectional text, shown numbers are written as the locale writes them, so pass numbers as numbers, years as text.
 * - `i18n.formats(locale)`: `when` ("today 14:02"), `date`, `number`, `bytes`, …
 * - `pickText(langText, locale)`: text for people in the reader's language, else the original.
 */
export type { I18n } from './i18n.ts';
export { intlLocale } from './intl-locale.ts';
export { isolate } from './isolate.ts';
export { type I18nOptions, loadI18n } from './load.ts';
export * from './locale.ts';
export { type LoadMessages, type MessageSource, messageSources, messagesBeside } from './messages.ts';
export { localeOf, negotiateLocale } from './negotiate.ts';
