import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';
import { ActForm } from '../shared/act-form';
import { Answered } from '../shared/answered';
import { PageHead } from '../shared/page-head';
import { HandOver } from './hand-over';
import { IssuedLogin } from './issued-login';
import { LoginOfPerson } from './login-of-person';
import type { Holder, Issued } from './people';
import { holderQuery } from './people';
import { PositionsOfPerson } from './positions-of-person';

/** Somebody of one’s part of the graphs: contact, login, positions, and what one may do with them. */
export function PersonPage(): React.JSX.Element {
  const { personId } = useParams({ from: '/signed-in/people/$personId' });
  const query = useQuery(holderQuery(personId));
  return (
    <Answered query={query} lines={8}>
      {(holder) => <Person key={personId} holder={holder} />}
    </Answered>
  );
}

function Person({ holder }: { holder: Holder }): React.JSX.Element {
  const me = useMe();
  const queries = useQueryClient();
  const [issued, setIssued] = useState<Issued | null>(null);
  const renew = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['people'] });
    await queries.invalidateQueries({ queryKey: ['organisations'] });
  };
  return (
    <>
      <PageHead title={holder.name} />
      <div className="cards narrow">
        {issued !== null && <IssuedLogin issued={issued} onDone={() => setIssued(null)} />}
        <Contact holder={holder} />
        {holder.login !== null && (
          <LoginOfPerson
            holder={holder}
            login={holder.login}
            onIssued={async (now) => {
              setIssued(now);
              await renew();
            }}
            onChange={renew}
          />
        )}
        <PositionsOfPerson holder={holder} onChange={renew} />
        {may(me, 'draft.handOver') && holder.personId !== me.person.id && <HandOver from={holder} />}
      </div>
    </>
  );
}

/** Masked; whole for a reason that is recorded. */
function Contact({ holder: { personId, mobile, mail } }: { holder: Holder }): React.JSX.Element {
  const { t } = useTranslation('people');
  const me = useMe();
  const [whole, setWhole] = useState<Schemas['ContactDto'] | null>(null);
  const shown = whole ?? { mobile, mail };
  return (
    <section className="card" aria-labelledby="contact">
      <h2 id="contact">{t('contact')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('mobile')}</dt>
          <dd>{shown.mobile ?? t('none')}</dd>
        </div>
        <div>
          <dt>{t('mail')}</dt>
          <dd>{shown.mail ?? t('none')}</dd>
        </div>
      </dl>
      {may(me, 'people.unmask') && whole === null && (
        <div className="acts">
          <ActForm
            label={t('unmask')}
            hint={t('unmaskHint')}
            send={({ reason }, key) =>
              answerOf(api.POST('/people/{id}/unmask', { ...keyed(key), params: { path: { id: personId } }, body: { reason } }))
            }
            onDone={setWhole}
          />
        </div>
      )}
    </section>
  );
}
