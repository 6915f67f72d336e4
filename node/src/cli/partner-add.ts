import { askOwnNode } from './ask-node.ts';
import { readText } from './files.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';
import { webAddress } from './sources/http.ts';
import { readJwks, readPolicy } from './trust-files.ts';

interface Added {
  node: string;
  host: string;
  name: string;
  pinned: string[];
  comparedWith: string[];
}

export const partnerAdd = command({
  name: 'partner add',
  summary: 'Follow, check and cosign another node',
  description: [
    'Reads what the node states of itself, pins the record key that its log begins with, and publishes the new partnership as a record. From then on its log is followed and checked, our witness cosigns it, and its witness is asked to cosign ours.',
    'Give --policy, --jwks or --pin with what the partner handed over by another way; without them its keys are trusted as of first use, after comparing with what our partners hold.',
  ],
  arguments: [{ name: 'url', describe: 'the address of the node, such as https://node.example' }],
  options: {
    policy: {
      type: 'string',
      value: 'FILE',
      describe: 'Keys of its log and witness (tlog-policy), as its "koinon partner export" writes it.',
    },
    jwks: { type: 'string', value: 'FILE', describe: 'Its record keys (JWK set).' },
    pin: {
      type: 'string',
      value: 'KID',
      multiple: true,
      describe: 'Thumbprint of a record key that its log may begin with.',
    },
    ...dataOption,
  },
  examples: [
    'koinon partner add https://montaluz.example --policy montaluz.policy --jwks montaluz.jwks.json',
  ],
  async run({ args: [address = ''], options, io, env }) {
    const url = webAddress(address, 'a node').origin;
    if (options.policy !== undefined) await readPolicy(options.policy);
    const files = {
      ...(options.policy === undefined ? {} : { policy: await readText(options.policy, 'a trust policy') }),
      ...(options.jwks === undefined ? {} : { jwks: await readJwks(options.jwks) }),
      ...(options.pin.length === 0 ? {} : { pin: options.pin }),
    };
    const config = await nodeConfig(env, options.data);
    io.progress(`Reading what ${url} says of itself …`);
    const added = await askOwnNode<Added>(config, io, 'partner.add', { url, ...files });
    const lines = [
      `${added.name} (${added.host}) is a partner now. Its log begins with the record key ${added.pinned.join(', ')}.`,
      ...(added.comparedWith.length > 0 ? [`The same log is held by ${added.comparedWith.join(', ')}.`] : []),
      ...(Object.keys(files).length === 0
        ? ['Its keys are trusted as of first use: compare the thumbprint with the partner by phone.']
        : []),
    ];
    return io.answer(EXIT.ok, added, lines);
  },
});
