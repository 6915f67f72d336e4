import { expect, test } from 'vitest';
import { faceOf, markId } from './face.ts';
import type { PageContext } from './page.ts';

const face = (host: string) => ({
  ...{ node: `https://${host}`, host, name: host, profile: { name: host } },
  markId: markId(host),
});
const page = { self: face('us.example'), thread: { partners: [face('partner.example')] } };

test('a node that is known by a record only never bears the mark of this node or of a partner', () => {
  const asked = (node: string) => faceOf(page as unknown as PageContext, node).markId;
  expect(asked('https://us.example')).toBe('m-us-example');
  expect(asked('https://partner.example')).toBe('m-partner-example');
  expect(asked('https://stranger.example')).toBe('m-stranger-example');
  expect(asked('no address')).toBe('m-no-address');
});
