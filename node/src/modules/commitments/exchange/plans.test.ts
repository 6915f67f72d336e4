import { describe, expect, it } from 'vitest';
import { readCanada, writeCanada } from './canada.ts';
import { plainText } from './plain-text.ts';
import { readUs, writeUs } from './us.ts';

const two = (en: string, fr: string) => ({ en, fr });

const canada = {
  title: '3rd National Plan',
  reporting_periods: ['2027-06'],
  commitments: { C01: { ...two('Open law', 'Droit ouvert'), order: 1 } },
  milestones: { 'C01.1': two('Publish', 'Publier') },
  indicators: {
    'C01.1.1': {
      ...two('Laws', 'Lois'),
      deadline: two('By fall', 'Automne'),
      due_date: '2027-09',
      lead_dept: 'just',
      s4d: false,
    },
    'C01.1.2': { ...two('Cases', 'Causes'), lead_dept: ['just', 'court'], due_date: 'soon' },
  },
};

const us = {
  licence: 'public domain',
  commitments: [
    { title: 'Open law ', commitment_id: 'US1', commitment_detail_sub: 'All<br>of it', layout: 'x' },
  ],
  subcommitments: [
    {
      title: 'Publish  ',
      commitment_id: 'US1',
      commitment_detail_sub_id: 'US1.1',
      commitment_agency: 'Office <br> Bureau',
      commitment_status: 'In Progress',
      aug_2023_progress:
        'See <a href="https://a.example/x">the list</a><br>and <a href="https://b.example">https://b.example</a>',
    },
  ],
};

describe('the plan of Canada', () => {
  it('is read with deadlines as dates where they are dates, and in words', () => {
    const { plan, commitments } = readCanada(JSON.stringify(canada));
    expect(plan.number).toBe(3);
    const [first, second] = commitments[0]?.milestones[0]?.indicators ?? [];
    expect(first).toMatchObject({
      deadline: '2027-09',
      deadlineText: { source: 'en', en: 'By fall', fr: 'Automne' },
    });
    expect(second?.deadline).toBeUndefined();
    expect(commitments[0]?.leads.map(({ name }) => name.en)).toEqual(['just', 'court']);
  });

  it('goes out with what was changed, and with everything that we do not understand', () => {
    const { plan, commitments } = readCanada(JSON.stringify(canada));
    expect(writeCanada(plan, commitments)).toEqual(canada);
    const [commitment] = commitments;
    if (commitment === undefined) throw new Error('none');
    const changed = { ...commitment, title: { source: 'en', en: 'Open laws', fr: 'Droit ouvert' } };
    expect(writeCanada(plan, [changed])).toEqual({
      ...canada,
      commitments: { C01: { en: 'Open laws', fr: 'Droit ouvert', order: 1 } },
    });
  });

  it.each([
    ['{', /no JSON/],
    [
      JSON.stringify({ ...canada, milestones: { 'C02.1': two('a', 'b') } }),
      /milestone C02\.1 belongs to nothing/,
    ],
    [JSON.stringify({ ...canada, commitments: { C01: { en: 'x' } } }), /at commitments\.C01\.fr/],
    [JSON.stringify(us), /no action plan as Canada/],
  ])('is refused with what is wrong: %#', (text, sentence) => {
    expect(() => readCanada(text)).toThrow(sentence);
  });
});

describe('the plan of the United States', () => {
  it('is read as text, and its word is kept where it is none of the four steps', () => {
    const { commitments, statuses } = readUs(JSON.stringify(us));
    expect(commitments[0]).toMatchObject({
      title: { en: 'Open law' },
      what: { en: 'All\nof it' },
      leads: [{ name: { en: 'Office, Bureau' } }],
    });
    expect(statuses).toEqual([
      {
        key: 'US1.1',
        word: 'In Progress',
        status: null,
        progress: 'See the list (https://a.example/x)\nand https://b.example',
      },
    ]);
  });

  it('goes out as it came, byte for byte in every field that nobody changed', () => {
    const { plan, commitments } = readUs(JSON.stringify(us));
    expect(writeUs(plan, commitments)).toEqual(us);
    const [commitment] = commitments;
    if (commitment === undefined) throw new Error('none');
    const changed = { ...commitment, what: { source: 'en', en: 'Half of it' } };
    expect(writeUs(plan, [changed])).toEqual({
      ...us,
      commitments: [{ ...us.commitments[0], commitment_detail_sub: 'Half of it' }],
    });
  });

  it('is refused where a part belongs to nothing', () => {
    const orphan = { ...us.subcommitments[0], commitment_id: 'US2' };
    expect(() => readUs(JSON.stringify({ ...us, subcommitments: [orphan] }))).toThrow(
      /US1\.1 belongs to nothing/,
    );
  });
});

describe('text that was HTML', () => {
  it('keeps its words, its lines and where its links lead', () => {
    expect(plainText('a &amp; b<br/>\n<b>c</b> <a href="https://x.example">d</a>')).toBe(
      'a & b\n\nc d (https://x.example)',
    );
    // One pass: what is left over is text that somebody wrote, and is escaped where it is shown.
    expect(plainText('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
  });
});
