import type { TypedValues } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  type FieldErrors,
  LangTextBlock,
  LangTextView,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import type { Offer } from '../read/offer.ts';
import { ActPage } from './membership-act-page.tsx';
import { SignersLine } from './signers.tsx';
import { ourCrumbs } from './words.ts';

interface JoinPageProps {
  page: PageContext;
  /** What is joined; null where the alliance is not known yet, or did not answer. */
  offer: Offer | null;
  typed: TypedValues;
  errors: FieldErrors;
}

const MEANS = ['names', 'trust', 'rules', 'charter', 'leave'];

/** Joining an alliance: what it is, what that means for us, and the keys by which we know it. */
export function JoinPage({ page, offer, typed, errors }: JoinPageProps) {
  return (
    <ActPage
      page={page}
      crumbs={ourCrumbs(page)}
      title={page.t('alliances.join')}
      lead={page.t('alliances.join-lead')}
      before={offer !== null && <WhatIsJoined page={page} offer={offer} />}
      means={offer === null ? [] : MEANS.map((means) => page.t(`alliances.join-means.${means}`))}
      errors={errors}
      asks={offer === null}
      button={page.t(offer === null ? 'alliances.join-look' : 'alliances.join-button')}
    >
      {offer === null ? (
        <TextField
          page={page}
          name="alliance"
          label={page.t('alliances.field.alliance')}
          help={page.t('alliances.help.alliance')}
          type="url"
          value={value(typed, 'alliance')}
          errors={errors}
        />
      ) : (
        <>
          <input type="hidden" name="alliance" value={offer.id} />
          <TextArea
            page={page}
            name="keys"
            label={page.t('alliances.field.keys')}
            help={page.t(offer.path === null ? 'alliances.help.keys' : 'alliances.help.keys-in-log')}
            value={value(typed, 'keys')}
            errors={errors}
            rows={2}
            optional
          />
        </>
      )}
    </ActPage>
  );
}

function WhatIsJoined({ page, offer }: { page: PageContext; offer: Offer }) {
  const { id, title, charter, path, inForce, invited } = offer;
  return (
    <div class="kn-flow">
      {invited === false && <Alert color="warning">{page.t('alliances.not-invited-yet')}</Alert>}
      <h2 class="ds-heading" data-size="sm">
        <LangTextView page={page} text={title} />
      </h2>
      <p class="kn-text">
        <a class="ds-link" href={path ?? id}>
          <bdi dir="ltr">{id}</bdi>
        </a>
      </p>
      {charter === null ? (
        <p class="kn-text">{page.t('alliances.charter-unread')}</p>
      ) : (
        <>
          <LangTextBlock page={page} text={charter.text} />
          {inForce === null && charter.principles.length > 0 && (
            <ul class="ds-list kn-text">
              {charter.principles.map((principle) => (
                <li>
                  <LangTextView page={page} text={principle} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {inForce !== null && (
        <>
          <h3 class="ds-heading" data-size="xs">
            <a class="ds-link" href={inForce.row.path}>
              <LangTextView page={page} text={inForce.row.body.title} />
            </a>
          </h3>
          <ol class="ds-list kn-text">
            {inForce.row.body.principles.map((principle) => (
              <li>
                <LangTextView page={page} text={principle.title} />
              </li>
            ))}
          </ol>
          <SignersLine page={page} standing={inForce.standing} />
        </>
      )}
      <h2 class="ds-heading" data-size="sm">
        {page.t('alliances.join-means')}
      </h2>
    </div>
  );
}
