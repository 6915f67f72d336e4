/** English messages that use a word of the glossary in another sense, and the word. */
export const OTHER_SENSE: ReadonlyMap<string, string> = new Map([
  ['alliances.adopted-on', 'adopt'],
  ['alliances.adopted-when', 'adopt'],
  ['alliances.standing.adopted', 'adopt'],
  ['error.bad-token', 'check'],
  ['error.malformed-request', 'check'],
  ['ui.check.title', 'check'],
  ['ui.conflict.what', 'check'],
  ['ui.draft.check', 'check'],
  ['commitments.comments.erased', 'request'],
  ['practices.stage.implementation', 'practice'],
  ['ui.erased.person-request', 'request'],
]);
