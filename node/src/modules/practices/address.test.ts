import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptionId, placeOf, practiceId, slugOf } from './address.ts';

const id = '019aa3f0-0000-7000-8000-000000000001';

describe('addresses', () => {
  it('know a practice from an adoption', () => {
    expect(practiceId(`https://a.example/practices/${id}`)).toBe(id);
    expect(practiceId(`/practices/${id}`)).toBe(id);
    expect(practiceId(`https://a.example/practices/adoptions/${id}`)).toBeNull();
    expect(adoptionId(`https://a.example/practices/adoptions/${id}`)).toBe(id);
    expect(practiceId('not a url')).toBeNull();
  });

  it('show a partner’s subject below its host', () => {
    expect(placeOf(`http://127.0.0.1:4102/practices/${id}`, false)).toBe(`/practices/~127.0.0.1:4102/${id}`);
    expect(placeOf(`http://127.0.0.1:4101/practices/${id}`, true)).toBe(`/practices/${id}`);
  });
});

describe('slugOf', () => {
  it.each([
    ['One visit, when a child is born!', 'one-visit-when-a-child-is-born'],
    ['Öine praam väikesaartele', 'oine-praam-vaikesaartele'],
    ['아이가 태어나면 한 번에', '아이가-태어나면-한-번에'],
    ['ביקור אחד כשנולד ילד', 'ביקור-אחד-כשנולד-ילד'],
    ['…', ''],
  ])('makes of %j the slug %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('always makes one segment of a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (title) => {
        expect(slugOf(title)).toMatch(/^[^/?#\s.]*$/);
      }),
    );
  });
});
