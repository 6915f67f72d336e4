import { faceOf } from '../../../kernel/web/face.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { type FieldErrors, TextArea, TextField } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';
import { ActPage } from './membership-act-page.tsx';
import { crumbsOf } from './words.ts';

/** What a host does about who belongs to its alliance. */
export type HostVerb = 'invite' | 'admit' | 'remove';

const MEANS: Record<HostVerb, readonly string[]> = {
  invite: ['days', 'binds'],
  admit: ['asked', 'trust'],
  remove: ['trust', 'signed'],
};

interface HostActPageProps {
  page: PageContext;
  life: Life;
  verb: HostVerb;
  typed: TypedValues;
  errors: FieldErrors;
}

/** Inviting a government, admitting or removing it. */
export function HostActPage({ page, life, verb, typed, errors }: HostActPageProps) {
  const node = value(typed, 'node');
  const face = faceOf(page, node);
  const who = { who: face.name };
  return (
    <ActPage
      page={page}
      crumbs={[
        ...crumbsOf(page, life.alliance),
        { label: page.t('alliances.members-title'), href: `${life.alliance.path}/members` },
      ]}
      title={page.t(`alliances.${verb}-title`, who)}
      lead={page.t(`alliances.${verb}-lead`)}
      means={MEANS[verb].map((means) => page.t(`alliances.${verb}-means.${means}`))}
      errors={errors}
      button={page.t(`alliances.${verb}-button`)}
      danger={verb === 'remove'}
    >
      {verb === 'invite' ? (
        <TextField
          page={page}
          name="node"
          label={page.t('alliances.field.node')}
          help={page.t('alliances.help.node')}
          type="url"
          value={node}
          errors={errors}
        />
      ) : (
        <p class="kn-text" id="f-node">
          <input type="hidden" name="node" value={node} />
          <bdi dir="ltr">{node}</bdi>
        </p>
      )}
      {verb === 'remove' && (
        <>
          <TextArea
            page={page}
            name="reason"
            label={page.t('alliances.field.reason')}
            help={page.t('alliances.help.reason')}
            value={value(typed, 'reason')}
            errors={errors}
            rows={3}
          />
          <TextField
            page={page}
            name="confirm"
            label={page.t('alliances.field.confirm')}
            help={<bdi dir="ltr">{face.host}</bdi>}
            value={value(typed, 'confirm')}
            errors={errors}
            autocomplete="off"
          />
        </>
      )}
    </ActPage>
  );
}
