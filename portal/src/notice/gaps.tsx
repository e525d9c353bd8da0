import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { instantOf } from '../shared/dates';
import { Trouble } from '../shared/trouble';
import { Overseeing, UrgeOne } from './overseeing';
import { addresseesQuery, gapsQuery } from './reading';

type Notice = Schemas['NoticePageDto'];
type Level = Schemas['GapLevelDto'];

/** What came of one's own letter: who below has answered and who has not, letter by letter, all answers as a sheet, and what is done about it. */
export function Gaps({ notice }: { notice: Notice }): React.JSX.Element | null {
  const { t } = useTranslation('notice');
  const { data, error } = useQuery(gapsQuery(notice.id));
  if (error !== null) {
    return <Trouble error={error} />;
  }
  if (data === undefined || data.length === 0) {
    return null;
  }
  return (
    <section className="card" aria-labelledby="gaps">
      <h2 id="gaps">{t('gaps.title')}</h2>
      {data.map((level) => (
        <LevelOf key={level.noticeId} level={level}>
          {level.noticeId === notice.id ? <Own notice={notice} level={level} /> : <Lacking count={lackingOf(level)} late={level.missing} />}
        </LevelOf>
      ))}
      <p>
        <a href={`/api/v1/notices/${notice.id}/answers`} download>
          {t('gaps.sheet')}
        </a>
      </p>
      {notice.state !== 'withdrawn' && <Overseeing notice={notice} levels={data} />}
    </section>
  );
}

/** A letter further down that asks for no answer lists nobody. */
const lackingOf = ({ addressees, answered, missing }: Level): number => (missing.length === 0 ? 0 : addressees - answered);

function LevelOf({ level, children }: { level: Level; children: React.ReactNode }): React.JSX.Element {
  const { t } = useTranslation('notice');
  const { issuer, title, addressees, read, signed, forwarded, answered, escalations } = level;
  return (
    <div className="gap-level">
      <h3>
        {issuer}：{title}
      </h3>
      <dl>
        {Object.entries({ addressees, read, signed, forwarded, answered }).map(([key, count]) => (
          <div key={key}>
            <dt>{t(`gaps.${key as 'read'}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {escalations.map(({ step, at, to }) => (
        <p key={step} className="hint">
          {t('gaps.escalated', { at: instantOf(at), to: to.join('、') })}
        </p>
      ))}
      {children}
    </div>
  );
}

/** Of one’s own letter each who is late can be urged by himself; where it asks for no answer, whoever has not signed for it. */
function Own({ notice: { id, form, state }, level }: { notice: Notice; level: Level }): React.JSX.Element {
  const asksNoAnswer = form === null;
  const { data } = useQuery({ ...addresseesQuery(id), enabled: asksNoAnswer });
  const late = asksNoAnswer ? (data ?? []).filter(({ signedAt }) => signedAt === null) : level.missing;
  const count = level.addressees - (asksNoAnswer ? level.signed : level.answered);
  return <Lacking count={count} late={late} asksNoAnswer={asksNoAnswer} {...(state !== 'withdrawn' && { urgedOf: id })} />;
}

interface LackingProps {
  count: number;
  /** The first of them. */
  late: readonly Schemas['MissingDto'][];
  asksNoAnswer?: boolean;
  /** The letter of which they can be urged. */
  urgedOf?: string;
}

function Lacking({ count, late, asksNoAnswer = false, urgedOf }: LackingProps): React.JSX.Element | null {
  const { t } = useTranslation('notice');
  return count === 0 ? null : (
    <details open={urgedOf !== undefined}>
      <summary>{t(asksNoAnswer ? 'gaps.unsigned' : 'gaps.missing', { count })}</summary>
      <ul>
        {late.map(({ organisationId, name, state, escalatedAt }) => (
          <li key={organisationId}>
            {name} <span className="hint">{t(`standings.${state}`)}</span>
            {escalatedAt !== null && <span className="late"> {t('gaps.late')}</span>}
            {urgedOf !== undefined && <UrgeOne id={urgedOf} organisationId={organisationId} name={name} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
