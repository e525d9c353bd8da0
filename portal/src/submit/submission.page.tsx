import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../shared/page-head';
import { StateTag } from '../shared/state-tag';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { submissionQuery } from './submissions';

/** Where one submission stands. */
export function SubmissionPage(): React.JSX.Element {
  const { t } = useTranslation(['submit', 'journey']);
  const { serial } = useParams({ from: '/signed-in/submissions/$serial' });
  const { data, error, refetch } = useQuery(submissionQuery(serial));
  if (error !== null) {
    return <Trouble error={error} retry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Waiting lines={8} />;
  }
  return (
    <PageHead title={data.name ?? t('submit:unnamed')}>
      <StateTag state={data.progress.state} />
    </PageHead>
  );
}
