import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

/** Prometheus metrics of this process; a registry of its own, so that several nodes can run in one test process. */
export interface Metrics {
  readonly registry: Registry;
  /** Records that were given their place in the log. */
  sequenced(count: number): void;
  /** Latest known figures of a log, ours (`own`) or a partner's (its host). */
  logSize(log: string, size: number): void;
}

export function makeMetrics(options: { process?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const sequenced = new Counter({
    name: 'koinon_records_sequenced_total',
    help: 'Records that this process placed in its log',
    registers,
  });
  const sizes = new Gauge({
    name: 'koinon_log_size',
    help: 'Entries held, by log',
    labelNames: ['log'],
    registers,
  });
  return {
    registry,
    sequenced: (count) => sequenced.inc(count),
    logSize: (log, size) => sizes.set({ log }, size),
  };
}
