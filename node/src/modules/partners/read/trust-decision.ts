import type { TrustDecision, TrustStep, TrustStepCode } from '@koinon/trust';

/** A question that the decision about a partner answers, in the order in which they come. */
export type TrustQuestion = 'reached' | 'vouched' | 'in-time' | 'rules' | 'own-keys' | 'log';

const QUESTIONS: Readonly<Record<TrustQuestion, readonly TrustStepCode[]>> = {
  reached: ['fetch-configuration', 'fetch-statement', 'budget', 'dead-end', 'loop'],
  vouched: [
    'partnership',
    'authority-hints',
    'anchor',
    'anchor-keys',
    'chain-shape',
    'statement',
    'link',
    'link-key',
    'subject-key',
  ],
  'in-time': ['time'],
  rules: ['path-length', 'naming', 'entity-types', 'superior-metadata', 'policy', 'policy-applied'],
  'own-keys': ['metadata', 'node-keys'],
  log: ['log-keys', 'record-keys'],
};

export interface TrustAnswer {
  question: TrustQuestion;
  /** `open`: it was not come to. */
  state: 'ok' | 'failed' | 'open';
  /** The step that failed. */
  step: TrustStep | null;
}

/** A decision in six answers. Where several ways were tried and one held, what failed on the others is no answer. */
export function trustAnswers({ trusted, steps, reason }: TrustDecision): TrustAnswer[] {
  return (Object.keys(QUESTIONS) as TrustQuestion[]).map((question): TrustAnswer => {
    const codes = QUESTIONS[question];
    const taken = steps.filter(({ code }) => codes.includes(code));
    const failed = failedStep(taken, codes, { trusted, reason });
    if (failed !== null) return { question, state: 'failed', step: failed };
    const ok = taken.some((step) => step.ok);
    return { question, state: ok ? 'ok' : 'open', step: null };
  });
}

/** What is about the chain fails with the decision; what was held against it afterwards fails by itself. */
function failedStep(
  taken: readonly TrustStep[],
  codes: readonly TrustStepCode[],
  { trusted, reason }: Pick<TrustDecision, 'trusted' | 'reason'>,
): TrustStep | null {
  const after = taken.find(({ ok, code }) => !ok && ['node-keys', 'log-keys', 'record-keys'].includes(code));
  if (after) return after;
  return !trusted && reason !== null && codes.includes(reason.code) ? reason : null;
}
