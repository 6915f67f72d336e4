/**
 * What pages are made of: the layout with its thread, seals, provenance, and the components around Designsystemet's CSS.
 * Knows no module and no database; every component takes the `PageContext` that the kernel makes for each request.
 * README.md lists the components with their props.
 */
export { type Withdrawable, withdrawRoute } from './acts/withdraw-routes.tsx';
export { Alert } from './alert.tsx';
export { Chain, type ChainStep } from './chain.tsx';
export { AllianceDrawing, type AllianceLink, type AllianceNode } from './charts/alliance-drawing.tsx';
export { type Bar, Bars } from './charts/bars.tsx';
export { type Day, DotDays } from './charts/dot-days.tsx';
export { type MomentState, type TimeLine, TimeLines } from './charts/time-lines.tsx';
export { CodeBlock, Fingerprint } from './code.tsx';
export { Details } from './details.tsx';
export { ChangeButton, ChangeLink, CheckPage, type CheckSection } from './drafts/check-page.tsx';
export { DeclaredAnswers } from './drafts/declared-answers.tsx';
export { DeclaredFields } from './drafts/declared-fields.tsx';
export { problemSentences } from './drafts/declared-words.ts';
export { DraftDeletePage } from './drafts/draft-delete-page.tsx';
export { type DraftFrame, type DraftTitle, DraftTitleView, draftCrumbs } from './drafts/draft-frame.tsx';
export { DraftPage } from './drafts/draft-page.tsx';
export { DraftTaskPage } from './drafts/draft-task-page.tsx';
export { DraftList, StartPage, type WaitingDraft } from './drafts/start-page.tsx';
export { textOf } from './drafts/text-of.ts';
export { EmptyState } from './empty-state.tsx';
export { ErrorPage } from './error-page.tsx';
export { Chosen, type Facet, Facets, nodeWord } from './facets.tsx';
export { type Fact, Facts } from './facts.tsx';
export { FollowLink } from './follow-link.tsx';
export { type Choice, ChoiceGroup, SearchBox, SelectField, TextArea, TextField } from './form/field.tsx';
export { ErrorSummary, type FieldErrors, Form, fieldId, SubmitButton } from './form/form.tsx';
export { LanguageChoice, LanguageFields, languageTitle } from './form/language-fields.tsx';
export { Conflict } from './history/conflict.tsx';
export { type HistorySubject, historyCrumbs } from './history/history-page.tsx';
export { historyPages, type Past } from './history/history-routes.tsx';
export { HistoryPanel } from './history/version-list.tsx';
export { LangTextBlock, LangTextView, langAttributes, TranslationNote } from './lang-text.tsx';
export { addressWith, currentAddress } from './layout/address.ts';
export { Breadcrumb, type Crumb } from './layout/breadcrumb.tsx';
export { Layout, type LayoutProps } from './layout/layout.tsx';
export { LogInAgain } from './log-in-again.tsx';
export { MarkShape, safeStrokes } from './marks.tsx';
export { Num } from './number.tsx';
export { PageHeading } from './page-heading.tsx';
export { Pagination } from './pagination.tsx';
export { Panel } from './panel.tsx';
export { ProvenanceEdge, ProvenanceFull, ProvenanceLine } from './provenance/provenance.tsx';
export { ProvenanceSeals } from './provenance/seals.tsx';
export { erasureWords, ProvenanceWords, RecordLink, reasonWords } from './provenance/words.tsx';
export { ReceiptPage } from './receipt-page.tsx';
export { Row, Rows } from './rows.tsx';
export { Say } from './say.tsx';
export { Dot, type DotState, Seal, type SealState } from './seal.tsx';
export { NotConfirmed, Withdrawn } from './state-alerts.tsx';
export { readStylesheet, type Stylesheet } from './styles/stylesheet.ts';
export { type Column, Table } from './table.tsx';
export { type Status, Tag } from './tag.tsx';
export { type Task, TaskList, type TaskState } from './task-list.tsx';
export { Time } from './time.tsx';
