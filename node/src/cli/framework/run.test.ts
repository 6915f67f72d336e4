import { describe, expect, it } from 'vitest';
import { KoinonError } from '../../kernel/error.ts';
import { command } from './command.ts';
import { CannotTell } from './error.ts';
import { EXIT } from './exit.ts';
import { run } from './run.ts';

const greet = command({
  name: 'greet',
  summary: 'Greet a node',
  arguments: [{ name: 'host', describe: 'whom to greet' }],
  options: {
    words: { type: 'string', value: 'TEXT', describe: 'What to say.' },
    also: { type: 'string', value: 'HOST', multiple: true, describe: 'Whom else.' },
    force: { type: 'boolean', describe: 'Greet even at night.' },
  },
  async run({ args: [host], options, io }) {
    const { words = 'hello', also, force } = options;
    return io.answer(EXIT.ok, { host, words, also, force }, [`${words} ${host}`]);
  },
});

const make = command({
  name: 'rite key make',
  summary: 'Make a key',
  arguments: [
    { name: 'plan', describe: 'the plan' },
    { name: 'cert', describe: 'certificates', multiple: true },
  ],
  options: {},
  async run({ args, io }) {
    return io.answer(EXIT.ok, args, [args.join()]);
  },
});

class Asleep extends KoinonError {
  readonly code = 'asleep-for-tests';
}

function failing(error: Error, judges = false) {
  return command({
    name: 'fail',
    summary: 'Fail',
    options: {},
    judges,
    run: () => Promise.reject(error),
  });
}

async function koinon(line: string, failure = failing(new Error('boom'))) {
  const printed = { out: '', err: '' };
  const print = (where: 'out' | 'err', text: unknown) => {
    printed[where] += text;
    return true;
  };
  const exit = await run(
    {
      entries: [
        { name: 'greet', summary: 'Greet a node', load: async () => greet },
        { name: 'fail', summary: 'Fail', load: async () => failure },
        { name: 'log verify', summary: 'Check a log', load: async () => failing(new Error('boom')) },
        { name: 'rite key make', summary: 'Make a key', load: async () => make },
        { name: 'rite key burn', summary: 'Burn a key', load: async () => make },
        { name: 'log export', summary: 'Write a log', load: async () => failing(new Error('boom')) },
      ],
      version: '1.2.3',
      env: {},
      streams: {
        out: { write: (text: unknown) => print('out', text) },
        err: { write: (text: unknown) => print('err', text), isTTY: false, columns: 80 },
        now: () => 0,
      },
    },
    line === '' ? [] : line.split(' '),
  );
  return { exit, ...printed };
}

describe('a command line', () => {
  it('gives the command its argument and options', async () => {
    const { exit, out } = await koinon('greet haesol.example --words tere --also a --also b --json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toEqual({
      host: 'haesol.example',
      words: 'tere',
      also: ['a', 'b'],
      force: false,
    });
  });

  it('gives a command whose last argument takes several all of them', async () => {
    expect((await koinon('rite key make plan a b c')).out).toBe('plan,a,b,c\n');
    expect((await koinon('rite key make --help')).out).toContain('make <plan> <cert...> [options]');
  });

  it('prints lines for people unless asked for JSON', async () => {
    expect(await koinon('greet haesol.example')).toEqual({ exit: 0, out: 'hello haesol.example\n', err: '' });
  });

  it.each([
    ['greet', '<host> is missing: "koinon greet" needs whom to greet.'],
    ['greet a b', '"koinon greet" does not know what to do with "b": it takes <host>.'],
    ['fail now', '"koinon fail" takes no arguments, but there is "now".'],
    ['greet a --word x', '"koinon greet" has no option --word. Did you mean --words?'],
    ['greet a --zzzzzz', '"koinon greet" has no option --zzzzzz. "koinon greet --help" lists its options.'],
    ['greet a --words', '--words needs a value: --words TEXT'],
    ['greet a --words --force', '--words needs a value: --words TEXT'],
    ['greet a --words=', '--words needs a value: --words TEXT'],
    ['greet a --force=yes', '--force takes no value.'],
    ['greet a --words x --words y', '--words is given twice.'],
    ['gret a', 'There is no command "gret". Did you mean "greet"? "koinon --help" lists them.'],
    ['toString', 'There is no command "toString". "koinon --help" lists them.'],
    [
      'greet a --constructor',
      '"koinon greet" has no option --constructor. "koinon greet --help" lists its options.',
    ],
    ['log', '"koinon log" needs one more word: verify or export.'],
    ['log --help', '"koinon log" needs one more word: verify or export.'],
    ['rite', '"koinon rite" needs one more word: key.'],
    ['rite key', '"koinon rite key" needs one more word: make or burn.'],
    ['rite key eat', '"koinon rite key" does not know "eat": make or burn.'],
    ['rite key make plan', '<cert> is missing: "koinon rite key make" needs certificates.'],
    ['log purge', '"koinon log" does not know "purge": verify or export.'],
  ])('"%s" is refused in one sentence', async (line, sentence) => {
    expect(await koinon(line)).toEqual({ exit: 2, out: '', err: `${sentence}\n` });
  });

  it.each(['', '--help', '-h', 'help'])('"%s" lists the commands', async (line) => {
    const { exit, out } = await koinon(line);
    expect(exit).toBe(0);
    expect(out).toContain('greet          Greet a node');
    expect(out).toContain('log verify     Check a log');
  });

  it.each(['greet --help', 'greet -h', 'help greet', 'greet a b c --help'])(
    '"%s" explains the command',
    async (line) => {
      const { exit, out } = await koinon(line);
      expect(exit).toBe(0);
      expect(out).toContain('Usage: koinon greet <host> [options]');
      expect(out).toContain('--words TEXT');
      expect(out).toContain('Whom else. May be given several times.');
    },
  );

  it('says its version', async () => {
    expect((await koinon('--version')).out).toBe('1.2.3\n');
  });
});

describe('an error', () => {
  it('of the kernel ends with its own words where no sentence is known', async () => {
    const { exit, err } = await koinon('fail', failing(new Asleep('the node sleeps')));
    expect({ exit, err }).toEqual({ exit: 1, err: 'The node sleeps.\n' });
  });

  it('is one JSON document with --json', async () => {
    const { exit, out } = await koinon('fail --json', failing(new CannotTell('unreachable', 'No answer.')));
    expect(exit).toBe(3);
    expect(JSON.parse(out)).toEqual({ error: { code: 'unreachable', message: 'No answer.' } });
  });

  it('of the file system names the file', async () => {
    const missing = Object.assign(new Error('ENOENT'), { code: 'ENOENT', path: '/nowhere' });
    expect(await koinon('fail', failing(missing))).toMatchObject({
      exit: 1,
      err: 'There is no file /nowhere.\n',
    });
  });

  it('that nobody expected means "cannot tell" where a command judges, never "refuted"', async () => {
    expect((await koinon('fail', failing(new TypeError('x'), true))).exit).toBe(3);
    expect((await koinon('fail', failing(new TypeError('x'), false))).exit).toBe(1);
  });
});
