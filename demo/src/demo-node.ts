import type { DemoCountry } from '../content/index.ts';

/** One node of the demo: who it is and where. */
export interface DemoNode {
  country: DemoCountry;
  port: number;
  /** Origin URL. */
  url: string;
  dataDir: string;
  /** What its process writes. */
  logFile: string;
}
