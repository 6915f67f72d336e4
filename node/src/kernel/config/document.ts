import { variables } from './schema.ts';

/** The text of docs/configuration.md, made from the schema so that the two cannot disagree. */
export function configurationDocument(): string {
  const sections = Object.entries(variables).map(([name, variable]) =>
    [
      `## ${name}`,
      variable.describe,
      `- Value: ${variable.expects}`,
      `- Default: ${variable.fallback}`,
      ...('example' in variable ? [`- Example: \`${variable.example}\``] : []),
      ...('secret' in variable ? ['- Secret: it is never written to the log or shown.'] : []),
    ].join('\n'),
  );
  return [
    '# Configuration',
    'A node reads its settings from environment variables, once, when it starts. Where some are wrong it names all of them and does not start.',
    'This page is generated from `node/src/kernel/config/schema.ts`.',
    ...sections,
    '',
  ].join('\n\n');
}
