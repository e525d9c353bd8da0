import type { FormSchema } from '@dengke/contract/forms';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { PageHead } from '../shared/page-head';
import { ConflictNotice } from './conflict-notice';
import { DeleteDraft } from './delete-draft';
import type { Door, Draft } from './drafts';
import { gapsQuery, ownUnitRow, unitQuery } from './drafts';
import { Edition } from './edition';
import { EvidenceSection } from './evidence-section';
import { askedSections } from './form-schema';
import { FormSectionCard } from './form-section-card';
import { Outline } from './outline';
import { ReturnedItems } from '../submit/returned-items';
import { Trouble } from '../shared/trouble';
import { SavingNotice } from './saving-notice';
import { SubmitPanel } from '../submit/submit-panel';
import { useEditing } from './use-editing';
import './draft.css';

/** The form in its sections, what is missing beside it, and at the end the way to submit. */
export function DraftEditor({
  draft,
  schema,
  serial,
}: {
  draft: Draft;
  schema: FormSchema;
  serial: string | undefined;
}): React.JSX.Element {
  const { t } = useTranslation(['draft', 'submit']);
  const unit = useQuery(unitQuery(useMe().position.organisationId));
  const editing = useEditing(draft, unit.data === undefined ? {} : ownUnitRow(unit.data));
  const [door, setDoor] = useState<Door | undefined>();
  const doors = unit.data?.doors ?? [];
  const through = doors.length > 1 ? (door ?? doors[0]) : undefined;
  const gaps = useQuery({ ...gapsQuery(draft.id, through), enabled: unit.data !== undefined });
  const { form } = editing.state;
  const name = typeof form['name'] === 'string' && form['name'] !== '' ? form['name'] : t('submit:unnamed');
  return (
    <>
      <PageHead title={name}>
        <SavingNotice saving={editing.state.saving} />
        <a href={`/api/v1/drafts/${draft.id}/preview`} download className="plain-button quiet">
          {t('draft:preview')}
        </a>
        <a href={`/api/v1/drafts/${draft.id}/workbook`} download className="plain-button quiet">
          {t('draft:workbook.take')}
        </a>
      </PageHead>
      <div className="draft">
        <Outline schema={schema} form={editing.state.form} gaps={gaps.data} />
        <div className="draft-sections">
          {serial !== undefined && <ReturnedItems serial={serial} />}
          <Edition draft={draft} schema={schema} gaps={gaps.data} editing={editing} />
          <ConflictNotice schema={schema} conflicts={editing.state.conflicts} settle={editing.settle} />
          {askedSections(schema).map((section) => (
            <FormSectionCard key={section.key} section={section} editing={editing} gaps={gaps.data} />
          ))}
          <EvidenceSection draft={draft} category={form['category']} />
          {gaps.error !== null && <Trouble error={gaps.error} retry={() => void gaps.refetch()} />}
          <SubmitPanel
            draft={draft}
            schema={schema}
            gaps={gaps.data}
            serial={serial}
            doors={doors}
            through={through}
            choose={setDoor}
            storeAll={editing.storeAll}
          />
          <DeleteDraft draft={draft} editing={editing} />
        </div>
      </div>
    </>
  );
}
