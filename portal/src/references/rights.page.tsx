import { grantableTo, organisationKinds, rightNames, rightsOf, rolesIn } from '@dengke/contract';
import type { OrganisationKind, Right, Role } from '@dengke/contract';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';

/** What comes with each role, and what can be set otherwise: the contract’s own table. */
export function RightsPage(): React.JSX.Element {
  const { t } = useTranslation(['references', 'forms', 'shell']);
  const { position } = useMe();
  const [kind, setKind] = useState<OrganisationKind>(position.organisationKind);
  return (
    <>
      <PageHead title={t('references:rights')} />
      <div className="cards">
        <section className="card" aria-label={t('references:rights')}>
          <p className="hint">{t('references:rightsHint')}</p>
          <div className="narrowing">
            <label>
              {t('references:where')}
              <select value={kind} onChange={({ target }) => setKind(organisationKinds.find((one) => one === target.value) ?? kind)}>
                {organisationKinds.map((one) => (
                  <option key={one} value={one}>
                    {t(`forms:kinds.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Table kind={kind} />
        </section>
      </div>
    </>
  );
}

function Table({ kind }: { kind: OrganisationKind }): React.JSX.Element {
  const { t } = useTranslation(['references', 'rights', 'shell', 'forms']);
  const roles = rolesIn[kind];
  const known = rightNames.filter((right) => roles.some((role) => holds(kind, role, right) !== 'no'));
  return (
    <TableBox label={t(`forms:kinds.${kind}`)}>
      <thead>
        <tr>
          <th scope="col">{t('references:right')}</th>
          {roles.map((role) => (
            <th key={role} scope="col">
              {t(`shell:roles.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {known.map((right) => (
          <tr key={right}>
            <th scope="row">{t(`rights:${right}`)}</th>
            {roles.map((role) => (
              <td key={role}>{t(`references:holds.${holds(kind, role, right)}`)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

/** By role, and whether its super administrator may set it otherwise. */
function holds(organisationKind: OrganisationKind, role: Role, right: Right): 'yes' | 'no' | 'yesSettable' | 'noSettable' {
  const place = { organisationKind, role };
  const has = rightsOf(place).has(right);
  const isSettable = grantableTo(place).has(right);
  return has ? (isSettable ? 'yesSettable' : 'yes') : isSettable ? 'noSettable' : 'no';
}
