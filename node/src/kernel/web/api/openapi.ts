import { z } from 'zod';
import type { Kernel } from '../../kernel.ts';
import type { ApiRoute } from '../api-route.ts';
import { DEFAULT_LIMIT, MAX_LIMIT } from '../paging.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of all routes, from the schemas that check them. */
export function makeOpenApi(
  kernel: Pick<Kernel, 'identity'>,
  routes: ReadonlyArray<{ module: string; route: ApiRoute }>,
): Json {
  const paths: Record<string, Json> = {};
  const schemas: Json = { Problem: PROBLEM };
  for (const { module, route } of routes) {
    const path = paths[route.path] ?? {};
    path[route.method] = operation(module, route, schemas);
    paths[route.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${kernel.identity.profile.name}: Koinon API`,
      version: '1',
      description:
        'Everything public can be read without a token. Writes take a staff token as Bearer; each is an act that becomes a signed record in the log of this node.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${kernel.identity.origin}/api/v1` }],
    tags: [...new Set(routes.map(({ module }) => module))].map((name) => ({ name })),
    // Reading needs nothing; what writes names the token itself.
    security: [],
    paths,
    components: {
      securitySchemes: { staffToken: { type: 'http', scheme: 'bearer' } },
      schemas,
      responses: {
        Problem: {
          description: 'What went wrong (RFC 9457); `code` is stable.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function operation(module: string, route: ApiRoute, schemas: Json): Json {
  const status = route.shape === 'act' ? '201' : '200';
  const parameters = [
    ...pathParameters(route),
    ...parametersOf('query', route.query),
    ...shapeParameters(route),
  ];
  return {
    operationId: operationId(route),
    tags: [module],
    summary: route.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.body, 'input', schemas) } },
          },
        }),
    ...(route.permission === undefined
      ? {}
      : { security: [{ staffToken: [] }], description: `Needs the permission \`${route.permission}\`.` }),
    responses: {
      [status]: {
        description: route.shape === 'act' ? 'The record that was made.' : 'As asked.',
        content: { 'application/json': { schema: schemaOf(route.result, 'output', schemas) } },
      },
      '4XX': { $ref: '#/components/responses/Problem' },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function operationId({ method, path }: ApiRoute): string {
  const words = path
    .split('/')
    .filter(Boolean)
    .map((word) => word.replace(/[{}]/g, ''));
  return [method, ...words].join('-');
}

function shapeParameters(route: ApiRoute): Json[] {
  const parameters: Json[] = [];
  if (route.shape === 'list') {
    parameters.push(
      query(
        'limit',
        { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
        'Most items.',
      ),
      query('after', { type: 'string' }, 'Cursor: `next` of the previous part.'),
    );
  }
  if (route.shape === 'act') {
    parameters.push(
      query(
        'wait',
        { const: 'logged' },
        'Answer when the record is in a signed checkpoint, after 10 s at the latest.',
      ),
    );
  }
  if (route.method !== 'get') {
    parameters.push(
      header(
        'Idempotency-Key',
        false,
        'Repeats within 24 h get the first answer; a key of your own per act.',
      ),
    );
  }
  if (route.method === 'put' || route.method === 'patch') {
    parameters.push(header('If-Match', true, 'ETag of the version that you change.'));
  }
  return parameters;
}

const query = (name: string, schema: Json, description: string) => ({
  name,
  in: 'query',
  schema,
  description,
});
const header = (name: string, required: boolean, description: string) => ({
  ...{ name, in: 'header', required, description },
  schema: { type: 'string' },
});

/** OpenAPI wants every `{name}` of a path described, schema or not. */
function pathParameters({ path, params }: ApiRoute): Json[] {
  const known = parametersOf('path', params);
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  return names.map(
    (name) =>
      known.find((one) => one.name === name) ?? {
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      },
  );
}

function parametersOf(where: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input', {}) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

/** The schema for where it is used; the named ones in it go to the components, where references of the document find them. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  const text = JSON.stringify(made).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/');
  const { $schema: _, $defs, ...rest } = JSON.parse(text) as Json & { $defs?: Record<string, Json> };
  for (const [name, { id: _id, ...named }] of Object.entries($defs ?? {})) schemas[name] = named;
  return rest;
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'Where this code is explained.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'For people, in the language that the request asks for.' },
    code: { type: 'string', description: 'Stable name of the cause.' },
    requestId: { type: 'string', description: 'Name it when you report the problem.' },
  },
};
