/** What Node is started with to run a TypeScript file of the workspace. */
export const NODE_ARGUMENTS: readonly string[];
