import type { EventStory } from '../content/index.ts';
import { actOf, idOf, type Publishing, type Step } from './publishing.ts';
import { register } from './register.ts';

/** An event, what came of it, and who of the country's people come to it, one after the other. */
export function eventSteps({ apis, time, file: { state } }: Publishing, story: EventStory): Step[] {
  const { key, node, chapter, outcome, registered = [] } = story;
  const announced = `${key} 1`;
  const api = apis[node];
  return [
    {
      ...{ key: announced, node, chapter },
      act: () => api.act('POST', '/events', story.body(time), { key: announced }),
    },
    ...(outcome === undefined
      ? []
      : [
          {
            ...{ key: `${key} outcome`, node, chapter },
            act: () =>
              api.act(
                'POST',
                '/event-outcomes',
                { event: idOf(state, announced), outcome },
                { key: `${key} outcome` },
              ),
          },
        ]),
    ...registered.map((person) => ({
      ...{ key: `${key} ${person}`, node, chapter },
      async act() {
        await register(api.url, person, idOf(state, announced));
        return actOf(state, announced);
      },
    })),
  ];
}
