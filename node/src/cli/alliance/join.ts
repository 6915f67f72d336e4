import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, dataOption } from './ask.ts';

const FROM = {
  invitation: 'Its key is the one that the invitation names.',
  log: 'Its key is the one that the log of its host tells, which we follow.',
  'first-use': 'Its keys are trusted as of first use: compare them with the chair by phone.',
} as const;

export const allianceJoin = command({
  name: 'alliance join',
  summary: 'Accept the invitation of an alliance',
  description: [
    'Pins the keys of the alliance, names it as a superior of this node, and publishes that. The chair admits the node after it.',
  ],
  arguments: [{ name: 'alliance', describe: 'the address of the alliance, as the invitation says it' }],
  options: {
    key: {
      type: 'string',
      value: 'KID',
      multiple: true,
      describe: 'Thumbprint of a key of the alliance, from the invitation.',
    },
    ...dataOption,
  },
  async run(invocation) {
    const [alliance] = invocation.args;
    const { key } = invocation.options;
    const joined = await askAlliance<{ keysFrom: keyof typeof FROM; kids: string[] }>(invocation, 'join', {
      alliance,
      ...(key.length > 0 && { keys: key }),
    });
    return invocation.io.answer(EXIT.ok, joined, [
      `This node names ${alliance} as its alliance. ${FROM[joined.keysFrom]}`,
      'Tell the chair, who admits it: koinon alliance admit',
    ]);
  },
});
