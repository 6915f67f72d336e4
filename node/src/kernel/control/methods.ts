import type { z } from 'zod';

/** What commands can ask of a running node over its control socket; kernel services and modules register methods. */
export interface Control {
  register<Params, Result>(
    method: string,
    schema: z.ZodType<Params>,
    handle: (params: Params) => Promise<Result>,
  ): void;
  /** @throws UnknownMethod, InvalidParams, and whatever the method throws */
  call(method: string, params: unknown): Promise<unknown>;
  readonly methods: readonly string[];
}
