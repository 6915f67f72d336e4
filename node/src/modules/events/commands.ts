/** The acts of the module: one transaction each. */
export { beginEvent, beginRevision, dropDraft, removeTask, saveTask } from './commands/draft.ts';
export { publishOutcome } from './commands/outcome.ts';
export { type PublishRequest, publishEvent, reviseEvent, withdrawEvent } from './commands/publish.ts';
export {
  cancelRegistration,
  type RegistrationInput,
  register,
  registrationInput,
} from './commands/register.ts';
