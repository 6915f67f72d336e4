import {
  configurationUrl,
  type FetchAnswer,
  type FetchRequest,
  fetchUrl,
  type Resolution,
  type ResolveOptions,
  resolveEntity,
} from '../../src/index.ts';
import type { TestEntity } from './entities.ts';

/** Everything that can be fetched in a test, by URL, and what was asked for. */
export class World {
  readonly answers = new Map<string, FetchAnswer>();
  readonly asked: FetchRequest[] = [];

  /** Publishes what the entities say of themselves and of those they list, as it is now. */
  publish(...entities: readonly TestEntity[]): this {
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    for (const entity of entities) {
      this.answers.set(configurationUrl(entity.id), { jws: entity.configuration() });
      for (const id of entity.about.keys()) {
        const subject = byId.get(id);
        if (subject) this.answers.set(fetchUrl(entity.endpoint, id), { jws: entity.statement(subject) });
      }
    }
    return this;
  }

  answer(request: FetchRequest): FetchAnswer {
    this.asked.push(request);
    return this.answers.get(request.url) ?? { failure: 'not-found' };
  }

  /** Drives a resolution to its end. */
  resolve(subject: string, options: ResolveOptions): Resolution {
    const resolution = resolveEntity(subject, options);
    let step = resolution.next();
    while (!step.done) step = resolution.next(this.answer(step.value));
    return step.value;
  }
}
