import { describe, expect, it } from 'vitest';
import { idOf, placeOf, subject } from './subject.ts';

const PRACTICE = subject('practice', 'practices_practice', '/practices/');
const ADOPTION = subject('adoption', 'practices_adoption', '/practices/adoptions/');
const id = '019aa3f0-0000-7000-8000-000000000001';

describe('addresses', () => {
  it('tell apart subjects whose paths begin alike', () => {
    expect(idOf(PRACTICE, `https://a.example/practices/${id}`)).toBe(id);
    expect(idOf(PRACTICE, `/practices/${id}`)).toBe(id);
    expect(idOf(PRACTICE, `https://a.example/practices/adoptions/${id}`)).toBeNull();
    expect(idOf(ADOPTION, `https://a.example/practices/adoptions/${id}`)).toBe(id);
    expect(idOf(PRACTICE, 'not a url')).toBeNull();
  });

  it('show a partner’s subject below its host', () => {
    expect(placeOf(`http://127.0.0.1:4102/practices/${id}`, false)).toBe(`/practices/~127.0.0.1:4102/${id}`);
    expect(placeOf(`http://127.0.0.1:4101/practices/${id}`, true)).toBe(`/practices/${id}`);
  });
});
