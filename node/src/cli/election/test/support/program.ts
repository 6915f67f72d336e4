/** What an election is planned with, for either program. */
export interface Agreed {
  uuid: string;
  group: 'BELENIOS-2048' | 'RFC-3526-2048';
  threshold: number | undefined;
  /** Koinon's plan, and the questions as belenios-tool takes them. */
  plan: string;
  questions: string;
}

/** A trustee's directory, and the names of the files in it. */
export interface Trustee {
  dir: string;
  id: string;
}

/** Every step of an election, as one of the two programs does it: from files to files. */
export interface Program {
  readonly name: 'koinon' | 'belenios-tool';
  /** @returns the file with the public key, and the one with the secret one */
  key(agreed: Agreed, dir: string): Promise<Trustee>;
  cert(agreed: Agreed, dir: string): Promise<Trustee>;
  gather(agreed: Agreed, certs: string[], dir: string): Promise<void>;
  share(agreed: Agreed, trustee: Trustee, certs: string): Promise<void>;
  route(agreed: Agreed, polynomials: string[], dir: string): Promise<void>;
  combine(agreed: Agreed, trustee: Trustee, certs: string, input: string): Promise<void>;
  assemble(agreed: Agreed, outputs: string[], dir: string): Promise<void>;
  /** Writes `private_creds.txt` and `public_creds.json`. */
  credentials(agreed: Agreed, voters: string, dir: string): Promise<void>;
  open(agreed: Agreed, trustees: string[], credentials: string, dir: string): Promise<void>;
  vote(board: string, credential: string, vote: string, out: string): Promise<void>;
  add(board: string, type: string, message: string): Promise<void>;
  close(board: string): Promise<void>;
  shuffle(board: string, trustee: Trustee, owner: number, out: string): Promise<void>;
  closeShuffles(board: string): Promise<void>;
  decrypt(board: string, trustee: Trustee, owner: number, out: string): Promise<void>;
  tally(board: string): Promise<void>;
}
