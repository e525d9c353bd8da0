import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { DeliveryField } from '../people/delivery-field';
import type { Delivery } from '../people/people';
import { PageHead } from '../shared/page-head';
import type { RowFault } from '../shared/row-report';
import { SheetImport } from '../shared/sheet-import';
import type { ImportFault } from './importing';
import { importPeople, importUnits } from './importing';
import { ImportedPeople } from './imported-people';

/** Units or people from a sheet (xlsx). */
export function ImportPage(): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const me = useMe();
  return (
    <>
      <PageHead title={t('import')} />
      <div className="cards narrow">
        {may(me, 'graph.change') && <Import sheet="units" />}
        {may(me, 'credential.issue') && <Import sheet="people" />}
      </div>
    </>
  );
}

function Import({ sheet }: { sheet: 'units' | 'people' }): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const queries = useQueryClient();
  const [delivery, setDelivery] = useState<Delivery>('slip');
  return (
    <section className="card" aria-labelledby={`import-${sheet}`}>
      <h2 id={`import-${sheet}`}>{t(`imports.${sheet}`)}</h2>
      <p className="hint">{t(`imports.${sheet}Hint`)}</p>
      <SheetImport
        fileLabel={t(`imports.${sheet}File`)}
        accept=".xlsx"
        send={(file, dryRun, key) => (sheet === 'units' ? importUnits(file, dryRun, key) : importPeople(file, dryRun, delivery, key))}
        onDone={() => queries.invalidateQueries({ queryKey: ['organisations'] })}
        said={said}
        fields={(changed) => sheet === 'people' && <DeliveryField delivery={delivery} choose={(one) => (setDelivery(one), changed())} />}
      >
        {(outcome) => <ImportedPeople outcome={outcome} />}
      </SheetImport>
    </section>
  );
}

const said = ({ row, field, label, sentence, severity }: ImportFault): RowFault => ({
  row,
  column: label ?? field,
  words: sentence,
  severity,
});
