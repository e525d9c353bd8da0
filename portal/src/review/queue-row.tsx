import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from '../messages/use-translation';
import { lastDayOf } from '../shared/dates';
import type { QueueLine } from './queue';

interface Props {
  line: QueueLine;
  /** Who has it in hand; null for nobody. */
  claimer: string | null;
  isCurrent: boolean;
  isChosen: boolean;
  /** The same function at each render, so that a row is drawn again only where it has changed. */
  toggle: (line: QueueLine) => void;
}

/** One that waits: what it is, whose, by when, and who has it in hand. */
export const QueueRow = memo(function QueueRow({ line, claimer, isCurrent, isChosen, toggle }: Props): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const { serial, name, unitName, category, mode, round, dueAt, dueProvisional, late } = line;
  const tabIndex = isCurrent ? 0 : -1;
  const title = name ?? t('review:unnamed');
  return (
    <div className={isChosen ? 'queue-row chosen' : 'queue-row'}>
      <input
        type="checkbox"
        checked={isChosen}
        tabIndex={tabIndex}
        aria-label={t('review:choose', { name: title })}
        onChange={() => toggle(line)}
      />
      <div className="queue-what">
        <Link to="/review/$serial" params={{ serial }} tabIndex={tabIndex} preload={false}>
          {title}
        </Link>
        {round > 1 && <span className="state-tag busy">{t('journey:round', { round })}</span>}
        <p className="hint">
          {unitName} · {serial} · {t(`journey:categories.${category}`)} · {t(`journey:modes.${mode}`)}
        </p>
      </div>
      <div className="queue-when">
        {dueAt === null && late && <span className="late">{t('journey:overdue')}</span>}
        {dueAt !== null && (
          <span className={late ? 'late' : ''}>
            {t(late ? 'journey:overdue' : 'journey:due')} <time dateTime={dueAt}>{lastDayOf(dueAt)}</time>
            {dueProvisional && <span title={t('journey:provisionalWhy')}>（{t('journey:provisional')}）</span>}
          </span>
        )}
        <span className="hint">{claimer ?? t('review:byNobody')}</span>
      </div>
    </div>
  );
});
