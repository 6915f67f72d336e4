import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf } from './slug.ts';

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
