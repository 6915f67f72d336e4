import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Base64, sha256Hex } from '../src/codec/hash.ts';
import { mod, modPow } from '../src/group/modular.ts';
import {
  type ArchiveWriter,
  credentialSecret,
  LastBallots,
  makeBallot,
  type Question,
  Rejection,
  type RejectionCode,
  Verifier,
  type VerifyReport,
  verifyArchive,
  verifyDiff,
} from '../src/index.ts';
import { proveKnowledge } from '../src/proof/schnorr.ts';
import { kernel } from './support/kernel.ts';
import {
  archiveOf,
  type BoardSteps,
  countBoard,
  type MadeElection,
  openBoard,
  owned,
  setUpElection,
  YES_NO,
} from './support/make-election.ts';
import { threads } from './support/workers.ts';

type Step = BoardSteps[number];
// biome-ignore lint/suspicious/noExplicitAny: tampering reaches anywhere into messages
type Loose = any;

const RANKING: Question = { type: 'ranking', answers: ['P', 'Q', 'R'], question: 'Rank' };
const random = (bytes: number): Uint8Array => randomBytes(bytes);

let made: MadeElection;
let board: BoardSteps;
let threshold: MadeElection;
let thresholdBoard: BoardSteps;
let ranked: MadeElection;
let rankedBoard: BoardSteps;

beforeAll(() => {
  made = setUpElection({ questions: [YES_NO], voters: 3 });
  board = countBoard(made, openBoard(made, [[[1, 0]], [[0, 1]]]));
  threshold = setUpElection({ questions: [YES_NO], voters: 1, single: 0, pedersen: { threshold: 2, of: 3 } });
  thresholdBoard = countBoard(threshold, openBoard(threshold, [[[1, 0]]]), [1, 3]);
  ranked = setUpElection({ group: 'RFC-3526-2048', questions: [RANKING], voters: 2 });
  rankedBoard = countBoard(ranked, openBoard(ranked, [[[1, 2, 3]], [[3, 2, 1]]]));
});

function verify(archive: Uint8Array): VerifyReport {
  const last = new LastBallots();
  last.push(archive);
  const verifier = new Verifier(last);
  verifier.push(archive);
  return verifier.end();
}

/** Everything that was judged here, with the verdict, to be judged again by workers. */
const judged: { archive: Uint8Array; verdict: string }[] = [];

function verdictOf(error: unknown): string {
  if (!(error instanceof Rejection)) throw error;
  return `${error.code} at ${error.event}: ${error.sentence}`;
}

function codeOf(archive: Uint8Array): RejectionCode | 'accepted' {
  try {
    verify(archive);
    judged.push({ archive, verdict: 'accepted' });
    return 'accepted';
  } catch (error) {
    judged.push({ archive, verdict: verdictOf(error) });
    return (error as Rejection).code;
  }
}

/** The board with the first step of a type replaced; the chain is hashed again by the writer. */
function changed(
  steps: BoardSteps,
  type: Step[0],
  change: (messages: string[]) => string[],
  nth = 0,
): BoardSteps {
  let seen = 0;
  return steps.map(
    (step): Step => (step[0] === type && seen++ === nth ? [type, change([...step[1]])] : step),
  );
}

function edit(message: string, change: (json: Loose) => void): string {
  const json = JSON.parse(message);
  change(json);
  return JSON.stringify(json);
}

/** Changes one message of the setup, and names it anew in the setup's data. */
function changedSetup(steps: BoardSteps, index: 0 | 1 | 2, change: (json: Loose) => void): BoardSteps {
  return changed(steps, 'Setup', (messages) => {
    const out = messages.slice(0, 3);
    out[index] = edit(out[index]!, change);
    const [election, trustees, credentials] = out.map(sha256Hex);
    return [...out, JSON.stringify({ election, trustees, credentials })];
  });
}

/** Changes a ballot and signs it again with its voter's own credential, so that only the content is wrong. */
function resigned(ballot: string, of: MadeElection, voter: number, change: (json: Loose) => void): string {
  const json = JSON.parse(ballot);
  const { arithmetic, election, credentials } = of;
  const secret = credentialSecret(credentials[voter]!.credential, election.uuid, election.group);
  change(json);
  delete json.signature;
  json.credential = String(credentials[voter]!.publicKey);
  const hash = sha256Base64(JSON.stringify(json));
  const proof = proveKnowledge(arithmetic, secret, `sig|${hash}|`, random);
  return JSON.stringify({
    ...json,
    signature: { hash, proof: { challenge: String(proof.challenge), response: String(proof.response) } },
  });
}

const bump = (number: string): string => String(BigInt(number) + 1n);

function sized(tally: string, change: (json: Loose) => void = () => undefined): [string, string] {
  const json = { num_tallied: 2, total_weight: 2, encrypted_tally: sha256Hex(tally) };
  change(json);
  return [tally, JSON.stringify(json)];
}

describe('an election as its board stands', () => {
  it('is accepted with each kind of trustees and of questions', () => {
    expect(verify(archiveOf(board)).result).toEqual([[1, 1]]);
    expect(verify(archiveOf(thresholdBoard)).result).toEqual([[1, 0]]);
    expect(verify(archiveOf(rankedBoard)).phase).toBe('done');
  });

  it('is accepted while it is open', () => {
    expect(verify(archiveOf(board.slice(0, 3)))).toMatchObject({ phase: 'open', ballots: 2 });
  });
});

describe('a ballot that was tampered with', () => {
  const ballot = (change: (json: Loose) => void): Uint8Array =>
    archiveOf(changed(board, 'Ballot', ([text]) => [edit(text!, change)]));
  const signedAnew = (change: (json: Loose) => void): Uint8Array =>
    archiveOf(changed(board, 'Ballot', ([text]) => [resigned(text!, made, 0, change)]));
  const proofOf = (json: Loose): Loose => json.answers[0].individual_proofs[0][0];

  it('is refused where a proof was altered (1)', () => {
    expect(
      codeOf(
        ballot((json) => {
          proofOf(json).response = bump(proofOf(json).response);
        }),
      ),
    ).toBe('ballot.signature');
  });

  it('is refused where a proof was altered and the ballot signed again (2)', () => {
    expect(
      codeOf(
        signedAnew((json) => {
          proofOf(json).response = bump(proofOf(json).response);
        }),
      ),
    ).toBe('ballot.proof');
  });

  it('is refused where it copies the vote of another voter (3)', () => {
    const first = board[1]![1][0]!;
    const copy = resigned(first, made, 2, () => undefined);
    expect(codeOf(archiveOf([...board.slice(0, 3), ['Ballot', [copy]]]))).toBe('ballot.proof');
  });

  it('is refused where its credential is not listed (4)', () => {
    const { arithmetic, election } = made;
    const stranger = makeBallot(arithmetic, election, 'dpo-UBL-z9y-X2Q-XrQ', [[1, 0]], random);
    expect(codeOf(archiveOf([...board.slice(0, 3), ['Ballot', [stranger]]]))).toBe(
      'ballot.credential-unknown',
    );
  });

  it('is refused where a number is multiplied by the element of order two (5)', () => {
    const { p } = made.election.group;
    // p - 1 has order two: with even challenges it would vanish from every equation, so membership is checked first.
    expect(modPow(p - 1n, 2n, p)).toBe(1n);
    const archive = signedAnew((json) => {
      json.answers[0].choices[0].beta = String(mod(-BigInt(json.answers[0].choices[0].beta), p));
    });
    expect(codeOf(archive)).toBe('ballot.not-in-group');
  });

  it('is refused where a response is written with q added (6)', () => {
    const { q } = made.election.group;
    const archive = signedAnew((json) => {
      proofOf(json).response = String(BigInt(proofOf(json).response) + q);
    });
    expect(codeOf(archive)).toBe('ballot.scalar-range');
  });

  it('is refused where its keys are in another order (7)', () => {
    const archive = archiveOf(
      changed(board, 'Ballot', ([text]) => {
        const { signature, ...rest } = JSON.parse(text!);
        return [JSON.stringify({ signature, ...rest })];
      }),
    );
    expect(codeOf(archive)).toBe('ballot.not-canonical');
  });

  it('is refused where it stands on the board twice', () => {
    expect(codeOf(archiveOf([...board.slice(0, 3), board[1]!]))).toBe('ballot.duplicate');
  });
});

describe('a result that was tampered with', () => {
  const result = (change: (rows: Loose) => void): Uint8Array =>
    archiveOf(changed(board, 'Result', ([text]) => [edit(text!, (json) => change(json.result))]));

  it('is refused where a vote moved between answers (8)', () => {
    expect(
      codeOf(
        result((rows) => {
          rows[0] = [2, 0];
        }),
      ),
    ).toBe('result.mismatch');
  });

  it('is refused where q was added to a count (9)', () => {
    const { q } = made.election.group;
    expect(
      codeOf(
        result((rows) => {
          rows[0][0] = String(q + 1n);
        }),
      ),
    ).toBe('result.count-range');
  });

  it('is refused where ranked ballots stand in another order (29)', () => {
    const archive = archiveOf(
      changed(rankedBoard, 'Result', ([text]) => [edit(text!, (json) => json.result[0].reverse())]),
    );
    expect(codeOf(archive)).toBe('result.order');
  });
});

describe('a tally that was tampered with', () => {
  it('is refused where it is not the product of the ballots (10)', () => {
    const archive = archiveOf(
      changed(board, 'EncryptedTally', ([tally]) =>
        sized(
          edit(tally!, (rows) => {
            rows[0].reverse();
          }),
        ),
      ),
    );
    expect(codeOf(archive)).toBe('tally.mismatch');
  });

  it.each(['num_tallied', 'total_weight'])('is refused where its %s is untrue (11)', (field) => {
    const archive = archiveOf(
      changed(board, 'EncryptedTally', ([tally]) =>
        sized(tally!, (json) => {
          json[field] = 3;
        }),
      ),
    );
    expect(codeOf(archive)).toBe('tally.counts');
  });

  it('is refused where a weight was changed after it (18)', () => {
    const voted = String(made.credentials[0]!.publicKey);
    const archive = archiveOf(
      changedSetup(board, 2, (list) => {
        list[list.indexOf(voted)] += ',2';
      }),
    );
    expect(codeOf(archive)).toBe('tally.mismatch');
  });
});

describe('trustees that were tampered with', () => {
  it('are refused where a proof of knowledge is broken (13)', () => {
    const archive = archiveOf(
      changedSetup(board, 1, ([[, key]]) => {
        key.pok.response = bump(key.pok.response);
      }),
    );
    expect(codeOf(archive)).toBe('trustees.pok');
  });

  it('are refused where a key was swapped (14)', () => {
    const other = JSON.parse(setUpElection({ questions: [YES_NO], voters: 1 }).trusteesText)[0];
    expect(
      codeOf(
        archiveOf(
          changedSetup(board, 1, (list) => {
            list[0] = other;
          }),
        ),
      ),
    ).toBe('trustees.election-key');
  });

  it('are refused where a key is the number one', () => {
    const archive = archiveOf(
      changedSetup(board, 1, ([[, key]]) => {
        key.public_key = '1';
      }),
    );
    expect(codeOf(archive)).toBe('trustees.identity');
  });

  it('are refused where the threshold was lowered (21)', () => {
    const archive = archiveOf(
      changedSetup(thresholdBoard, 1, ([[, group]]) => {
        group.threshold = 1;
      }),
    );
    expect(codeOf(archive)).toBe('trustees.threshold');
  });

  it('are refused where a commitment was altered (22)', () => {
    const archive = archiveOf(
      changedSetup(thresholdBoard, 1, ([[, group]]) => {
        group.coefexps[0].message = edit(group.coefexps[0].message, (json) => {
          json.coefexps.reverse();
        });
      }),
    );
    expect(codeOf(archive)).toBe('trustees.coefexps-signature');
  });
});

describe('a decryption that was tampered with', () => {
  const share =
    (change: (json: Loose) => void, owner = 1): ((messages: string[]) => string[]) =>
    ([text]) =>
      owned(owner, edit(text!, change));

  it('is refused where a factor was altered (12)', () => {
    const archive = archiveOf(
      changed(
        board,
        'PartialDecryption',
        share((json) => {
          json.decryption_factors[0].reverse();
        }),
      ),
    );
    expect(codeOf(archive)).toBe('decryption.proof');
  });

  it('is refused where too few trustees took part (19)', () => {
    const short = thresholdBoard.filter(
      ([type], i) => type !== 'PartialDecryption' || i !== thresholdBoard.length - 2,
    );
    expect(codeOf(archiveOf(short))).toBe('decryption.insufficient');
  });

  it('is refused where it is filed under another trustee (20)', () => {
    const archive = archiveOf(
      changed(
        thresholdBoard,
        'PartialDecryption',
        share(() => undefined, 2),
      ),
    );
    expect(codeOf(archive)).toBe('decryption.owner');
  });

  it('is refused where one trustee takes part twice (33)', () => {
    const step = board.find(([type]) => type === 'PartialDecryption')!;
    const twice = board.flatMap((entry) => (entry === step ? [step, step] : [entry]));
    expect(['decryption.duplicate-owner', 'archive.duplicate-data']).toContain(codeOf(archiveOf(twice)));
  });
});

describe('a list of voters that was tampered with', () => {
  it('is refused where a voter is listed twice (15)', () => {
    expect(
      codeOf(
        archiveOf(
          changedSetup(board, 2, (list) => {
            list.push(list[0]);
          }),
        ),
      ),
    ).toBe('credentials.duplicate');
  });
});

describe('an order of events that is not possible', () => {
  const without = (...types: Step[0][]): Uint8Array =>
    archiveOf(board.filter(([type]) => !types.includes(type)));
  const extra = (): Step => [
    'Ballot',
    [makeBallot(made.arithmetic, made.election, made.credentials[2]!.credential, [[1, 0]], random)],
  ];

  it('is refused: a ballot after the close (16)', () => {
    expect(codeOf(archiveOf([...board.slice(0, 4), extra(), ...board.slice(4)]))).toBe(
      'events.ballot-after-close',
    );
  });

  it('is refused: the vote closed in the middle (17)', () => {
    const middle: BoardSteps = [...board.slice(0, 2), ['EndBallots', []], ...board.slice(2)];
    expect(['events.order', 'events.ballot-after-close']).toContain(codeOf(archiveOf(middle)));
  });

  it('is refused: a second setup (26)', () => {
    expect(codeOf(archiveOf([...board.slice(0, 2), board[0]!, ...board.slice(2)]))).toBe(
      'events.second-setup',
    );
  });

  it('is refused: a second result (30)', () => {
    expect(codeOf(archiveOf([...board, board.at(-1)!]))).toBe('events.second-result');
  });

  it('is refused: no end of the vote (31)', () => {
    expect(codeOf(without('EndBallots'))).toBe('events.missing-endballots');
  });

  it('is refused: no tally (32)', () => {
    expect(codeOf(without('EncryptedTally'))).toBe('events.missing-tally');
  });
});

describe('an archive that was tampered with', () => {
  it('is refused where its end is cut off (23)', () => {
    const bytes = archiveOf(board);
    expect(codeOf(bytes.subarray(0, bytes.length - 512))).toBe('archive.truncated');
  });

  it('is refused where empty blocks follow (24)', () => {
    expect(codeOf(Buffer.concat([archiveOf(board), new Uint8Array(1024)]))).toBe('archive.trailing-blocks');
  });

  it('is refused where nobody refers to a message (25)', () => {
    const stray = changed(board, 'Ballot', ([text]) => ['{"stray":1}', text!]);
    expect(codeOf(archiveOf(stray))).toBe('archive.unreferenced-data');
  });
});

describe('a shuffle that was tampered with', () => {
  const shuffled = (change: (json: Loose) => void): Uint8Array =>
    archiveOf(changed(rankedBoard, 'Shuffle', ([text]) => owned(1, edit(text!, change))));

  it('is refused where the list was permuted after the proof (27)', () => {
    expect(
      codeOf(
        shuffled((json) => {
          json.ciphertexts[0].reverse();
        }),
      ),
    ).toBe('shuffle.proof');
  });

  it('is refused where the proof was altered (28)', () => {
    expect(
      codeOf(
        shuffled((json) => {
          json.proofs[0][1][0] = bump(json.proofs[0][1][0]);
        }),
      ),
    ).toBe('shuffle.proof');
  });

  it('is refused where ranked ballots were not shuffled at all (34)', () => {
    const bare = rankedBoard.filter(([type]) => type !== 'Shuffle' && type !== 'EndShuffles');
    expect(codeOf(archiveOf(bare))).toBe('shuffle.missing');
  });
});

describe('two snapshots of a board', () => {
  it('are refused where a ballot was dropped between them (35)', () => {
    const before = archiveOf(board.slice(0, 3));
    const after = archiveOf([board[0]!, board[2]!] satisfies Parameters<ArchiveWriter['event']>[]);
    expect(codeOf(after)).toBe('accepted');
    expect(() => verifyDiff(before, after)).toThrow(expect.objectContaining({ code: 'diff.not-prefix' }));
    expect(verifyDiff(before, archiveOf(board))).toMatchObject({ kept: 3 });
  });
});

describe('workers', () => {
  it('judge everything above in the same words, at the same event', async () => {
    const pool = threads(2);
    expect(judged.length).toBeGreaterThan(30);
    for (const { archive, verdict } of judged) {
      const judgement = verifyArchive(() => [archive], { arithmetic: kernel, pool });
      expect(await judgement.then(() => 'accepted', verdictOf)).toBe(verdict);
    }
    await pool.close();
  });
});
