import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Me } from '../account/session';
import { choosePosition, session, signOut } from '../account/session';
import { useAct } from '../api/use-act';
import { Trouble } from '../shared/trouble';

/** Who one is and from which position one acts; another position, and the way out. */
export function PersonMenu({ me }: { me: Me }): React.JSX.Element {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const goOnAs = async (now: Me | null): Promise<void> => {
    await navigate({ to: '/' });
    session.is(now);
  };
  const choosing = useAct((positionId: string) => choosePosition(positionId), goOnAs);
  const leaving = useAct(signOut, () => goOnAs(null));
  return (
    <details className="person-menu">
      <summary>
        <span className="person-name">{me.person.name}</span>
        <span className="person-place">{me.position.organisationName}</span>
      </summary>
      <div>
        <fieldset disabled={choosing.isPending}>
          <legend>{t('position')}</legend>
          {me.positions.map(({ id, organisationName, role, deputyFor }) => (
            <label key={id}>
              <input type="radio" name="position" checked={id === me.position.id} onChange={() => choosing.send(id)} />
              <span>
                {organisationName}
                <span className="hint">
                  {t(`roles.${role}`)}
                  {deputyFor !== null && `（${t('deputyFor')}）`}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        {choosing.error !== null && <Trouble error={choosing.error} />}
        <button type="button" className="plain-button quiet" disabled={leaving.isPending} onClick={() => leaving.send()}>
          {t('signOut')}
        </button>
      </div>
    </details>
  );
}
