/** This node as a witness of others (`routes`), and as a log that asks witnesses (`client`): c2sp.org/tlog-witness. */
export { askWitnesses, askWitnessSize } from './client.ts';
export { type CosignAnswer, cosign } from './cosign.ts';
export { bidFarewell } from './farewell.ts';
export { startRecall } from './recall.ts';
export { witnessRoutes } from './routes.ts';
