import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptionBody } from './adoption.ts';
import { exampleAdoption, examplePractice } from './examples.ts';
import { readAdoptionForm, writeAdoptionForm } from './form/adoption-form.ts';
import { practiceBody, practiceInput } from './practice.ts';
import { adoptionKind, practiceKind } from './records.ts';

const signed = <Body>(body: Body, changes = {}) => ({
  jws: '',
  kid: 'k',
  iss: 'https://kaldavere.example',
  iat: 0,
  jti: 'j',
  kind: 'k',
  sub: 'https://kaldavere.example/practices/x',
  prev: null,
  body,
  ...changes,
});

describe('the schemas of the records', () => {
  it('take the examples as they are', () => {
    expect(practiceInput.parse(examplePractice)).toEqual(examplePractice);
    expect(adoptionBody.parse(exampleAdoption)).toEqual(exampleAdoption);
  });

  it('keep what a newer version adds, and words that it added', () => {
    const newer = { ...examplePractice, stage: 'rebirth', topics: ['space'], weather: { rain: true } };
    expect(practiceBody.parse(newer)).toEqual(newer);
    expect(practiceInput.safeParse(newer).success).toBe(false);
  });

  it('answer for any JSON without throwing, and change nothing that they take', () => {
    const fields = Object.keys(examplePractice) as Array<keyof typeof examplePractice>;
    const broken = fc
      .tuple(fc.constantFrom(...fields), fc.jsonValue())
      .map(([field, value]) => ({ ...examplePractice, [field]: value }));
    fc.assert(
      fc.property(fc.oneof(broken, fc.jsonValue()), (value) => {
        const parsed = practiceBody.safeParse(value);
        if (parsed.success) expect(parsed.data).toEqual(value);
        adoptionBody.safeParse(value);
      }),
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x.example', '//x.example', 'x'])(
    'take no link to %s',
    (url) => {
      expect(
        practiceBody.safeParse({ ...examplePractice, links: [{ label: examplePractice.title, url }] })
          .success,
      ).toBe(false);
    },
  );
});

describe('the kinds', () => {
  it('say in a headline what was done', () => {
    expect(practiceKind.headline(signed(examplePractice))?.message).toBe('practices.headline.published');
    expect(practiceKind.headline(signed(examplePractice, { prev: 'p' }))?.message).toBe(
      'practices.headline.revised',
    );
    expect(adoptionKind.headline(signed(exampleAdoption))?.message).toBe('practices.headline.adopted');
    const back = signed(exampleAdoption, { iss: exampleAdoption.practice.origin.node });
    expect(adoptionKind.headline(back)?.message).toBe('practices.headline.took-back');
  });

  it('are found by every text in its own language', () => {
    const document = practiceKind.search?.(signed(examplePractice));
    expect(document?.title).toEqual(examplePractice.title);
    expect(document?.text.en).toContain('Unmarried parents needed two signatures.');
    expect(document?.text.es).not.toContain('Unmarried');
  });
});

describe('the form of an adoption', () => {
  const { practice: _practice, from: _from, ...typed } = exampleAdoption;

  it('reads back what it shows', () => {
    expect(readAdoptionForm(writeAdoptionForm(exampleAdoption), 'en')).toEqual({ ok: true, body: typed });
  });

  it('points to each fault', () => {
    const values = {
      ...writeAdoptionForm(exampleAdoption),
      status: [],
      since: ['soon'],
      'gist.et': ['x'.repeat(61)],
      'adapted.et': [' '],
      'adapted.en': [' '],
    };
    const answer = readAdoptionForm(values, 'en');
    expect(answer.ok ? [] : answer.problems.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'adapted.et missing',
      'gist.et too-long',
      'since not-a-month',
      'status choose',
    ]);
  });

  it('answers any input without throwing', () => {
    const names = fc.constantFrom(
      'status',
      'since',
      'gist.en',
      'adapted.en',
      'source',
      'lang',
      'outcome.constructor',
      '__proto__',
    );
    const form = fc.dictionary(
      fc.oneof(names, fc.string()),
      fc.array(fc.string({ unit: 'binary', maxLength: 30 })),
    );
    fc.assert(fc.property(form, (values) => typeof readAdoptionForm(values, 'en').ok === 'boolean'));
  });
});
