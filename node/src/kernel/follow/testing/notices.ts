import { z } from 'zod';
import type { Module } from '../../module/module.ts';
import { RefusedRecord } from '../../records/error.ts';

/** A kind of record for tests: a line of text. It refuses the word "refuse". */
export const NOTICE = 'notices/notice@1';

/** What was projected, by node that projected it: `[node, path, text]`. */
export interface Notices extends Module {
  readonly projected: { node: string; sub: string; text: string }[];
}

export function noticesModule(): Notices {
  const projected: Notices['projected'] = [];
  return {
    name: 'notices',
    messages: async () => ({}),
    projected,
    kinds: [
      {
        kind: NOTICE,
        schema: z.looseObject({ text: z.string() }),
        async project(_tx, record, context) {
          const { text } = record.body as { text: string };
          if (text === 'refuse') throw new RefusedRecord('refused-by-test');
          projected.push({ node: context.node, sub: record.sub, text });
        },
        headline: () => null,
      },
    ],
  };
}
