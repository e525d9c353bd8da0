import { isReason } from '@dengke/contract';
import type { ErrorCode } from '@dengke/contract';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { ExplainButton, Explained } from './explained';
import { FieldInput } from './field-input';
import type { Explanation, FieldKind } from './form-schema';
import { valueAt } from './form-values';
import type { Editing } from './use-editing';

interface Props {
  path: string;
  label: string;
  help: string | undefined;
  explained: Explanation | undefined;
  kind: Exclude<FieldKind, { is: 'rows' }>;
  isRequired: boolean;
  editing: Editing;
  gaps: Schemas['Gaps'] | undefined;
}

const wide = new Set(['lines', 'codes', 'words']);

/** One box: label, help beside it, the answer, and under it what is wrong or looks doubtful. */
export function FieldBox({ path, label, help, explained, kind, isRequired, editing, gaps }: Props): React.JSX.Element {
  const { t } = useTranslation(['draft', 'shell', 'problems']);
  const { form, faults } = editing.state;
  const fault = faults[path];
  const doubts = gaps?.doubtful.filter(({ field }) => field === path) ?? [];
  const isGroup = kind.is === 'yes-no' || (kind.is === 'codes' && kind.list === 'declaration');
  const [isExplained, setExplained] = useState(false);
  const about = [help !== undefined && `help-${path}`, isExplained && `explained-${path}`, fault !== undefined && `fault-${path}`]
    .filter((one) => one !== false)
    .join(' ');
  return (
    <div className={wide.has(kind.is) || (kind.is === 'line' && kind.max > 100) ? 'box wide' : 'box'}>
      <div className="box-head">
        <label className="box-label" id={`label-${path}`} htmlFor={isGroup ? undefined : `field-${path}`}>
          {label}
          {!isRequired && <span className="hint">（{t('shell:optional')}）</span>}
        </label>
        {explained !== undefined && <ExplainButton path={path} isOpen={isExplained} toggle={() => setExplained(!isExplained)} />}
      </div>
      {explained !== undefined && isExplained && <Explained path={path} explained={explained} />}
      <FieldInput
        path={path}
        kind={kind}
        value={valueAt(form, path)}
        form={form}
        change={(to) => editing.change(path, to)}
        isFaulty={fault !== undefined}
        about={about === '' ? undefined : about}
      />
      {help !== undefined && (
        <p className="hint" id={`help-${path}`}>
          {help}
        </p>
      )}
      {fault !== undefined && (
        <p className="fault" id={`fault-${path}`} role="alert">
          {isReason(fault)
            ? t(`draft:faults.${fault in knownFaults ? (fault as keyof typeof knownFaults) : 'other'}`)
            : t(`problems:${fault as ErrorCode}`)}
        </p>
      )}
      {doubts.map(({ code }) => (
        <p key={code} className="doubt">
          {t(`draft:doubts.${code}`)}
        </p>
      ))}
    </div>
  );
}

const knownFaults = {
  maxLength: 1,
  matches: 1,
  isAmount: 1,
  isInt: 1,
  isMonth: 1,
  isPlainDate: 1,
  isIn: 1,
  arrayMaxSize: 1,
  arrayUnique: 1,
};
