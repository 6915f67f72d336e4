import type { LangText } from '../../../kernel/i18n/locale.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { type FieldErrors, TextArea, TextField } from '../../../ui/index.ts';
import { ActPage } from './membership-act-page.tsx';
import { ourCrumbs } from './words.ts';

interface LeavePageProps {
  page: PageContext;
  alliance: string;
  title: LangText;
  typed: TypedValues;
  errors: FieldErrors;
}

/** Leaving an alliance: what follows, why, and its title typed. */
export function LeavePage({ page, alliance, title, typed, errors }: LeavePageProps) {
  const name = pickText(title, page.locale).text;
  return (
    <ActPage
      page={page}
      crumbs={ourCrumbs(page)}
      title={page.t('alliances.leave-title', { title: name })}
      lead={page.t('alliances.leave-lead')}
      means={['trust', 'marks', 'signed'].map((means) => page.t(`alliances.leave-means.${means}`))}
      errors={errors}
      button={page.t('alliances.leave-button')}
      danger
    >
      <input type="hidden" name="alliance" value={alliance} />
      <TextArea
        page={page}
        name="reason"
        label={page.t('alliances.field.reason')}
        help={page.t('alliances.help.reason')}
        value={value(typed, 'reason')}
        errors={errors}
        rows={3}
        optional
      />
      <TextField
        page={page}
        name="confirm"
        label={page.t('ui.withdraw.confirm')}
        help={<bdi>{name}</bdi>}
        value={value(typed, 'confirm')}
        errors={errors}
        autocomplete="off"
      />
    </ActPage>
  );
}
