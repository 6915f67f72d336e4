/** The demo alliance: three real nodes on one machine. `koinon demo` and the end-to-end tests start it through here. */
export type { NodeAccess } from './access.ts';
export { ApiRefused } from './node-api.ts';
export { NodeFailed } from './node-process.ts';
export { PortBusy } from './ports.ts';
export { type DemoOptions, type RunningDemo, startDemo } from './start-demo.ts';
