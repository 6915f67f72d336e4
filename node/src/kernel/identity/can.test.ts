import { describe, expect, test } from 'vitest';
import type { PersonActor } from './actor.ts';
import { can } from './can.ts';

const person = (permissions: string[], permissionsAt: Record<string, string[]> = {}): PersonActor => ({
  type: 'person',
  account: 'a',
  issuer: 'https://own.example',
  name: null,
  assurance: { level: 'high', notified: true },
  permissions,
  permissionsAt,
});

describe('can', () => {
  test('lets a person do what a role allows everywhere', () => {
    expect(can(person(['practices.publish']), 'practices.publish')).toBe(true);
    expect(can(person(['practices.publish']), 'practices.publish', '/practices/1')).toBe(true);
    expect(can(person(['practices.publish']), 'practices.withdraw', '/practices/1')).toBe(false);
  });

  test('keeps a role for one resource to that and what lies below it', () => {
    const actor = person([], { '/consultations/1': ['consultations.moderate'] });
    expect(can(actor, 'consultations.moderate', '/consultations/1')).toBe(true);
    expect(can(actor, 'consultations.moderate', '/consultations/1/comments/7')).toBe(true);
    expect(can(actor, 'consultations.moderate', '/consultations/12')).toBe(false);
    expect(can(actor, 'consultations.moderate', '/consultations')).toBe(false);
    expect(can(actor, 'consultations.moderate')).toBe(false);
  });

  test('lets a guest do nothing that needs a permission, whatever the level', () => {
    const guest = {
      type: 'guest',
      account: 'g',
      issuer: 'https://home.example',
      assurance: { level: 'high', notified: true },
    } as const;
    expect(can(guest, 'practices.publish', '/practices/1')).toBe(false);
  });
});
