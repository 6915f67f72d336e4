/**
 * One participation each, without a name: in a process a person is one pseudonym, the same at every visit, and another
 * one in every other process. Published are counts.
 *
 * - `openProcess(tx, kernel, '/consultations/…', { level, notified, guests })`, `setObjectionEnd(tx, process, date)`
 * - `const { participant, first } = await redeem(tx, kernel, scopeOf(process), { type: 'account', actor })`, then
 *   `kernel.records.publish(tx, participant, …)`: nothing of the person reaches the record
 * - `publishCount(tx, kernel, actor, process)`; `excludesDuplicates(admits)` says what the number is worth
 * - `tracesOf(tx, kernel, account)`: what a person did, for that person alone
 */
export { type Admission, admissionSchema, excludesDuplicates, requireAdmitted } from './admission.ts';
export { PARTICIPATION, participationKind, publishCount } from './count.ts';
export { LevelTooLow, NoGuests, NotAPerson, ProcessNotOpen } from './error.ts';
export { forgetEndedProcesses } from './forget.ts';
export { type Trace, tracesOf } from './own-traces.ts';
export { openProcess, setObjectionEnd } from './process.ts';
export { type Presentation, type Redeemed, redeem } from './redeem.ts';
export { type ParticipantActor, type Scope, scopeOf } from './scope.ts';
