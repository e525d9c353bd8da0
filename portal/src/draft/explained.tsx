import { QuestionCircleOutlined } from '@ant-design/icons';
import { useTranslation } from '../messages/use-translation';
import type { Explanation } from './form-schema';

interface Props {
  path: string;
  isOpen: boolean;
  toggle: () => void;
}

/** Beside a label: opens and shuts what the form says about the box. */
export function ExplainButton({ path, isOpen, toggle }: Props): React.JSX.Element {
  const { t } = useTranslation('draft');
  return (
    <button
      type="button"
      className="explain"
      aria-expanded={isOpen}
      aria-controls={isOpen ? `explained-${path}` : undefined}
      aria-label={t('explain')}
      aria-describedby={`label-${path}`}
      onClick={toggle}
    >
      <QuestionCircleOutlined aria-hidden />
    </button>
  );
}

/** What a box asks for, why, and the provisions it rests on. */
export function Explained({ path, explained: { words, sources } }: { path: string; explained: Explanation }): React.JSX.Element {
  const { t } = useTranslation('draft');
  return (
    <div className="explained" id={`explained-${path}`}>
      <p>{words}</p>
      {sources.length > 0 && <p className="hint">{t('sources', { sources: sources.join('；') })}</p>}
    </div>
  );
}
