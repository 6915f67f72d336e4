export * from './check-entry.ts';
export * from './disclosure.ts';
export * from './envelope.ts';
export * from './error.ts';
export * from './keys.ts';
export * from './receipt.ts';
export * from './schema.ts';
export * from './verify.ts';
