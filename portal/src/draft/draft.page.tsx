import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Answered } from '../shared/answered';
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
  return (
    <Answered query={draft} lines={10}>
      {(begun) => (
        <Answered query={schema} lines={10}>
          {(form) => (
            <AntDesign>
              <DraftEditor key={id} draft={begun} schema={form} serial={serial} />
            </AntDesign>
          )}
        </Answered>
      )}
    </Answered>
  );
}
