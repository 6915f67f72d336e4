type Step = Record<string, unknown> & { indicators?: Step[] };

/** Gives each milestone and indicator that has no key yet one that no other has; keys that are there stay. */
export function withStepKeys(milestones: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  const steps = (milestones as Step[]).flatMap((one) => [one, ...(one.indicators ?? [])]);
  const taken = new Set(steps.flatMap(({ key }) => (key === undefined ? [] : [String(key)])));
  const free = (letter: string) => {
    let number = 1;
    while (taken.has(letter + number)) number += 1;
    taken.add(letter + number);
    return letter + number;
  };
  for (const milestone of milestones as Step[]) {
    milestone.key ??= free('m');
    for (const indicator of milestone.indicators ?? []) indicator.key ??= free('i');
  }
  return [...milestones];
}
