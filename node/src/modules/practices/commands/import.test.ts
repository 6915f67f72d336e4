import { describe, expect, it } from 'vitest';
import { examplePractice } from '../examples.ts';
import { importFile } from '../exchange.ts';
import { planImport } from './import.ts';

const origin = 'https://montaluz.example';
const id = '019aa3f0-0000-7000-8000-000000000001';
const known = { id, latest: '019aa3f0-0000-7000-8000-00000000000a', state: 'live', body: examplePractice };
const plan = (items: unknown[], practices = [known]) =>
  planImport(importFile.parse({ items }), origin, practices).map(({ action, reason }) => reason ?? action);

describe('planImport', () => {
  it('publishes what is not here', () => {
    expect(plan([{ body: examplePractice }], [])).toEqual(['publish']);
  });

  it('leaves alone what is here unchanged, whatever the order of its fields', () => {
    const reversed = Object.fromEntries(Object.entries(examplePractice).reverse());
    expect(plan([{ body: reversed }, { sub: `${origin}/practices/${id}`, body: examplePractice }])).toEqual([
      'same',
      'same',
    ]);
  });

  it('revises what is here with other content, on top of the version that is here', () => {
    const [step] = planImport(
      importFile.parse({
        items: [{ sub: `${origin}/practices/${id}`, body: { ...examplePractice, stage: 'diffusion' } }],
      }),
      origin,
      [known],
    );
    expect(step).toMatchObject({ action: 'revise', id, prev: known.latest, body: { stage: 'diffusion' } });
  });

  it('keeps the address that a practice of ours had before', () => {
    const [step] = planImport(
      importFile.parse({ items: [{ sub: `${origin}/practices/${id}`, body: examplePractice }] }),
      origin,
      [],
    );
    expect(step).toMatchObject({ action: 'publish', id });
  });

  it.each([
    'https://haesol.example/practices/',
    'https://montaluz.example.evil.example/practices/',
    '/practices/',
  ])('refuses a practice of another node: %s', (prefix) => {
    expect(plan([{ sub: prefix + id, body: examplePractice }])).toEqual(['foreign']);
  });

  it('refuses the second of two equal items', () => {
    expect(plan([{ body: examplePractice }, { body: examplePractice }], [])).toEqual(['publish', 'repeated']);
  });

  it('does not bring back what was withdrawn', () => {
    const withdrawn = { ...known, state: 'withdrawn' };
    expect(plan([{ sub: `${origin}/practices/${id}`, body: examplePractice }], [withdrawn])).toEqual([
      'withdrawn',
    ]);
  });

  it('says where a body does not fit, and goes on with the next', () => {
    const steps = planImport(
      importFile.parse({
        items: [
          { body: { ...examplePractice, stage: 'dreaming' } },
          { body: null },
          { body: examplePractice },
        ],
      }),
      origin,
      [],
    );
    expect(steps.map(({ action }) => action)).toEqual(['refused', 'refused', 'publish']);
    expect(steps[0]?.issues?.[0]?.path).toBe('stage');
  });
});
