/** News: records of the last months with what they concern, so that people can follow a thing, a topic or a country. */
export { forgetNotices, noteRecord, sweepNotices } from './note.ts';
export { concerns, type Notice, type NoticeSpan, readNotices } from './read.ts';
