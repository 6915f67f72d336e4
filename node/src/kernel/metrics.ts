import type { Registry } from 'prom-client';

/** Prometheus metrics of this process; a registry of its own, so that several nodes can run in one test process. */
export interface Metrics {
  readonly registry: Registry;
}
