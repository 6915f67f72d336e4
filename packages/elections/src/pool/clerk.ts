import { checkBallot, readBallot } from '../ballot/ballot.ts';
import { checkCredentials } from '../ballot/credential.ts';
import { type Election, readElection } from '../ballot/election.ts';
import { Rejection } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { bigIntArithmetic } from '../group/bigint-arithmetic.ts';
import { type Power, withFasterPowers } from '../group/faster-powers.ts';
import type { Group } from '../group/group.ts';
import { loadKernel } from '../group/load-kernel.ts';
import type { Job, Order, Reply } from './messages.ts';

/** What runs inside a worker: takes orders one after the other, and answers the jobs among them. Knows no kind of worker. */
export class Clerk {
  #make: (group: Group) => Arithmetic;
  readonly #power: Power | undefined;
  readonly #arithmetics = new Map<string, Arithmetic>();
  readonly #elections = new Map<number, Election>();

  /** `power`: what the runtime has for long powers, if anything. */
  constructor(power?: Power) {
    this.#power = power;
    this.#make = withFasterPowers(bigIntArithmetic, power);
  }

  take(order: Order): Reply | undefined {
    switch (order.type) {
      case 'kernels':
        this.#make = withFasterPowers(loadKernel(...order.list), this.#power);
        return undefined;
      case 'election':
        this.#elections.set(order.session, readElection(order.text));
        return undefined;
      case 'end':
        this.#elections.delete(order.session);
        return undefined;
      default:
        return this.#answer(order);
    }
  }

  #answer(job: Job): Reply {
    try {
      this.#check(job);
      return { job: job.job };
    } catch (error) {
      if (error instanceof Rejection) {
        return { job: job.job, rejection: { code: error.code, sentence: error.sentence } };
      }
      return { job: job.job, failure: String(error) };
    }
  }

  #check(job: Job): void {
    const election = this.#elections.get(job.session)!;
    const arithmetic = this.#arithmeticOf(election.group);
    if (job.type === 'ballot') checkBallot(arithmetic, election, readBallot(job.text, election));
    else checkCredentials(arithmetic, job.list.map(BigInt));
  }

  #arithmeticOf(group: Group): Arithmetic {
    const made = this.#arithmetics.get(group.name) ?? this.#make(group);
    this.#arithmetics.set(group.name, made);
    return made;
  }
}
