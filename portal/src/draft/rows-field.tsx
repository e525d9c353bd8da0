import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { isKnownList } from './drafts';
import { ExplainButton, Explained } from './explained';
import { FieldBox } from './field-box';
import type { FieldKind, FormField } from './form-schema';
import type { FormValues } from './form-values';
import { isRequired, rowsOf } from './form-values';
import { KnownRows } from './known-rows';
import type { Editing } from './use-editing';

interface Props {
  field: FormField;
  kind: Extract<FieldKind, { is: 'rows' }>;
  editing: Editing;
  gaps: Schemas['Gaps'] | undefined;
}

/** A list of the form: its rows one under the other, each with its boxes; a row more, or one fewer. */
export function RowsField({ field: { key, label, help, explained, number }, kind, editing, gaps }: Props): React.JSX.Element {
  const { t } = useTranslation('draft');
  const [isExplained, setExplained] = useState(false);
  const rows = rowsOf(editing.state.form, key);
  const store = (to: FormValues[]): void => editing.change(key, to.length === 0 ? undefined : to);
  return (
    <fieldset className="rows" id={`field-${key}`} tabIndex={-1} aria-labelledby={`label-${key}`}>
      <legend className="box-head">
        <span id={`label-${key}`}>{number > 0 ? t('numbered', { number, label }) : label}</span>
        {explained !== undefined && <ExplainButton path={key} isOpen={isExplained} toggle={() => setExplained(!isExplained)} />}
      </legend>
      {explained !== undefined && isExplained && <Explained path={key} explained={explained} />}
      {help !== undefined && <p className="hint">{help}</p>}
      {rows.map((_, index) => (
        <div key={index} className="row" role="group" aria-label={t('row', { label, number: index + 1 })}>
          <div className="row-head">
            <span className="row-number">{index + 1}</span>
            <Button
              quiet
              aria-label={t('removeRow', { label, number: index + 1 })}
              onClick={() => store(rows.filter((__, other) => other !== index))}
            >
              <DeleteOutlined />
            </Button>
          </div>
          <div className="boxes">
            {kind.fields
              .filter((cell) => cell.kind.is !== 'id')
              .map((cell) => (
                <FieldBox
                  key={cell.key}
                  path={`${key}.${index}.${cell.key}`}
                  label={cell.label}
                  help={cell.help}
                  explained={cell.explained}
                  kind={cell.kind}
                  isRequired={isRequired(cell.required, editing.state.form, index)}
                  editing={editing}
                  gaps={gaps}
                />
              ))}
          </div>
        </div>
      ))}
      <Button disabled={rows.length >= kind.most} onClick={() => editing.append(key, newRow(key, rows.length, editing))}>
        <PlusOutlined /> {t('addRow', { label })}
      </Button>
      {isKnownList(key) && <KnownRows list={key} label={label} isFull={rows.length >= kind.most} add={(row) => editing.append(key, row)} />}
    </fieldset>
  );
}

/** The first unit is one’s own: what the system knows of it need not be typed. */
const newRow = (key: string, index: number, { firstUnit }: Editing): FormValues => (key === 'units' && index === 0 ? firstUnit : {});
