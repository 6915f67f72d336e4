import { joinTexts } from '../../kernel/i18n/join-texts.ts';
import type { RecordKind } from '../../kernel/module/module.ts';
import { retract } from '../../kernel/subjects/index.ts';
import { type Event, eventBody } from './event.ts';
import { EVENT, OUTCOME } from './kinds.ts';
import { type Outcome, outcomeBody } from './outcome.ts';
import { projectEvent, projectOutcome, retractEvent } from './project.ts';
import { OUTCOMES } from './subjects.ts';

const path = (sub: string) => new URL(sub).pathname;

export const eventKind: RecordKind<Event> = {
  kind: EVENT,
  schema: eventBody,
  project: projectEvent,
  retract: retractEvent,
  by: 'events.by.event',
  headline: ({ body: { title, status }, prev, sub }) => ({
    message:
      status === 'cancelled'
        ? 'events.headline.cancelled'
        : prev === null
          ? 'events.headline.published'
          : 'events.headline.revised',
    title,
    sub: path(sub),
  }),
  concerns: ({ body }) => ({ topics: body.topics ?? [] }),
  search: ({ body }) => ({
    title: body.title,
    text: joinTexts(body.summary, [
      body.description,
      ...(body.sessions ?? []).flatMap(({ title, about, speakers = [] }) => [
        title,
        about,
        ...speakers.flatMap(({ role, organisation }) => [role, organisation?.name]),
      ]),
      ...(body.places ?? []).flatMap(({ name, address }) => [name, address]),
      ...body.hosts.map(({ name }) => name),
    ]),
  }),
};

export const outcomeKind: RecordKind<Outcome> = {
  kind: OUTCOME,
  schema: outcomeBody,
  project: projectOutcome,
  retract: (tx, sub, context, how) => retract(tx, OUTCOMES, sub, context, how),
  by: 'events.by.outcome',
  headline: ({ body, sub }) => ({
    message: 'events.headline.outcome',
    title: body.event.title,
    sub: path(sub),
  }),
  concerns: ({ body }) => ({ subjects: [body.event.sub] }),
  search: ({ body }) => ({
    title: body.event.title,
    text: joinTexts(body.summary, [
      ...(body.recordings ?? []).map(({ label }) => label),
      ...(body.documents ?? []).map(({ label }) => label),
    ]),
  }),
};

export const kinds = [eventKind, outcomeKind] as const;
