import packageJson from '../../package.json' with { type: 'json' };

/** Version of the software. */
export const VERSION: string = packageJson.version;
