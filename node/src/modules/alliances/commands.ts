/** Acts of a member of an alliance. Each is one transaction with one record. */
export { answerChair, handOverChair } from './commands/chair.ts';
export { type Draft, PERMISSIONS } from './commands/publish.ts';
export { proposeDeclaration, publishCharter, sign } from './commands/texts.ts';
export { contribute, joinGroup, publishGroup, publishMeeting } from './commands/work.ts';
