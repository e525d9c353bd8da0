import { useTranslation } from '../messages/use-translation';
import { Link } from '@tanstack/react-router';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { ActForm } from '../shared/act-form';
import { instantOf } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import { DeputyForm } from './deputy-form';
import type { Holder } from './people';
import { PositionRights } from './position-rights';

interface Props {
  holder: Holder;
  onChange: () => Promise<void>;
}

/** From where somebody acts, each position with what one may do with it. */
export function PositionsOfPerson({ holder, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation('people');
  const me = useMe();
  const { positions, personId } = holder;
  return (
    <section className="card" aria-labelledby="positions">
      <h2 id="positions">{t('positions')}</h2>
      {positions.length === 0 && <p>{t('noPosition')}</p>}
      <ul className="line-list">
        {positions.map((position) => (
          <Position key={position.id} position={position} personId={personId} onChange={onChange} />
        ))}
      </ul>
      {may(me, 'credential.issue') && (
        <div className="acts">
          <Link
            to="/people/new"
            search={{ person: personId, organisation: positions[0]?.organisationId ?? me.position.organisationId }}
            className="plain-button quiet"
          >
            {t('grantAnother')}
          </Link>
        </div>
      )}
    </section>
  );
}

interface PositionProps extends Pick<Props, 'onChange'> {
  position: Holder['positions'][number];
  personId: string;
}

function Position({ position, personId, onChange }: PositionProps): React.JSX.Element {
  const { t } = useTranslation(['people', 'shell']);
  const me = useMe();
  const { id, organisationName, role, deputyFor, endsAt, issuable } = position;
  const isOther = personId !== me.person.id;
  const manages = role === 'manager' || role === 'superAdmin';
  return (
    <li>
      <span>
        {organisationName}
        <span className="hint">
          {t(`shell:roles.${role}`)}
          {deputyFor !== null && `（${t('shell:deputyFor')}）`}
          {endsAt !== null && ` ${t('people:until', { at: instantOf(endsAt) })}`}
        </span>
      </span>
      <div className="acts">
        {deputyFor !== null && may(me, 'position.grant') && <EndDeputy positionId={id} onChange={onChange} />}
        {deputyFor === null && issuable && isOther && (
          <ActForm
            label={t('people:end')}
            hint={t('people:endHint')}
            send={({ reason }, key) =>
              answerOf(api.POST('/positions/{id}/end', { ...keyed(key), params: { path: { id } }, body: { reason } }))
            }
            onDone={onChange}
          />
        )}
        {deputyFor === null && manages && may(me, 'position.grant') && <DeputyForm positionId={id} onChange={onChange} />}
        {deputyFor === null && role === 'manager' && may(me, 'rights.set') && <PositionRights positionId={id} />}
      </div>
    </li>
  );
}

function EndDeputy({ positionId, onChange }: { positionId: string; onChange: () => Promise<void> }): React.JSX.Element {
  const { t } = useTranslation('people');
  const ending = useAct(
    (_: void, key) => answerOf(api.POST('/deputies/{positionId}/end', { ...keyed(key), params: { path: { positionId } } })),
    onChange,
  );
  return (
    <>
      <button type="button" className="plain-button quiet" disabled={ending.isPending} onClick={() => ending.send()}>
        {t('endDeputy')}
      </button>
      {ending.error !== null && <Trouble error={ending.error} />}
    </>
  );
}
