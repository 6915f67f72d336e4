import { type Group, groupByName, makeElection, readTemplate, type Template } from '@koinon/elections';
import { z } from 'zod';
import { readText } from '../files.ts';
import { UsageError } from '../framework/error.ts';
import { readAs } from './rejections.ts';

/** What everybody agrees on before the first key is made; it travels to trustees and to the credential authority. */
export interface Plan {
  uuid: string;
  group: Group;
  /** Number of trustees; with `threshold`, any so many of them can decrypt together. */
  trustees: number;
  threshold: number | undefined;
  template: Template;
}

const schema = z.strictObject({
  plan: z.literal('koinon-election@1'),
  uuid: z.string(),
  group: z.string(),
  trustees: z.int().min(1).max(100),
  threshold: z.int().min(1).max(100).optional(),
  template: z.unknown(),
});

/** @throws UsageError, Failed */
export async function readPlan(path: string): Promise<Plan> {
  return parsePlan(path, await readText(path, 'the plan of an election'));
}

export function parsePlan(path: string, text: string): Plan {
  const parsed = schema.safeParse(jsonOf(text));
  if (!parsed.success) {
    throw new UsageError(
      'not-a-plan',
      `${path} is not the plan of an election, as "koinon election create" writes it.`,
    );
  }
  const { uuid, trustees, threshold } = parsed.data;
  const group = groupByName(parsed.data.group);
  if (group === undefined) throw new UsageError('election.group', `${path} names a group that is not known.`);
  if (threshold !== undefined && threshold > trustees) {
    throw new UsageError('not-a-plan', `${path} asks for more trustees to decrypt than there are.`);
  }
  return readAs(path, 'the plan of an election', () => {
    const template = readTemplate(JSON.stringify(parsed.data.template));
    // Any key shows whether an election can be made of it.
    makeElection(template, group, group.g, uuid);
    return { uuid, group, trustees, threshold, template };
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param template as JSON, as its author wrote it */
export function writePlan(plan: {
  uuid: string;
  group: string;
  trustees: number;
  threshold: number | undefined;
  template: unknown;
}): string {
  const { uuid, group, trustees, threshold, template } = plan;
  const json = {
    plan: 'koinon-election@1',
    uuid,
    group,
    trustees,
    ...(threshold !== undefined && { threshold }),
    template,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** "any 2 of 3 trustees", for people. */
export function trusteesText({ trustees, threshold }: Pick<Plan, 'trustees' | 'threshold'>): string {
  if (threshold !== undefined) return `any ${threshold} of ${trustees} trustees together decrypt`;
  return trustees === 1 ? 'one trustee decrypts' : `all ${trustees} trustees together decrypt`;
}
