import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { AntDesign } from './ant-design';
import { DraftEditor } from './draft-editor';
import { draftQuery } from './drafts';
import { formSchemaQuery } from './form-schema';

/** The registration form, filled in; `serial` where it was returned and is mended. */
export function DraftPage(): React.JSX.Element {
  const { id } = useParams({ from: '/signed-in/drafts/$id' });
  const { serial } = useSearch({ from: '/signed-in/drafts/$id' });
  const draft = useQuery(draftQuery(id));
  const schema = useQuery({ ...formSchemaQuery(draft.data?.formSchema ?? ''), enabled: draft.data !== undefined });
  const error = draft.error ?? schema.error;
  const trouble = error === null ? null : <Trouble error={error} retry={() => void Promise.all([draft.refetch(), schema.refetch()])} />;
  if (draft.data === undefined || schema.data === undefined) {
    return trouble ?? <Waiting lines={10} />;
  }
  return (
    <AntDesign>
      {trouble}
      <DraftEditor key={id} draft={draft.data} schema={schema.data} serial={serial} />
    </AntDesign>
  );
}
