/** Reading what people follow and what is new of it. */
export { lately, newsFor, newsOf } from './read/news.ts';
export { follows, listFollowed, type Reader, readReader } from './read/reader.ts';
export { type Choices, followChoices, thingOf } from './read/things.ts';
