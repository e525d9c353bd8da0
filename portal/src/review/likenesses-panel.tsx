import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Answered } from '../shared/answered';
import { Button } from '../shared/button';
import { StateTag } from '../shared/state-tag';
import { Trouble } from '../shared/trouble';
import { deskActs, likenessesQuery } from './desk';
import { likenessWords } from './notes';
import type { Noting } from './notes';
import { useDeskAct } from './use-desk-act';

interface Props {
  serial: string;
  seen: Schemas['SeenStageDto'];
  /** Null where nothing is judged. */
  noting: Noting | null;
}

/** Other achievements that are like it, with why and how near, and what this desk or one before said of the two. */
export function LikenessesPanel({ serial, seen, noting }: Props): React.JSX.Element {
  const { t } = useTranslation('review');
  const query = useQuery(likenessesQuery(serial));
  return (
    <Answered query={query} lines={6}>
      {(likenesses) => (
        <>
          {!likenesses.namesCompared && <p role="status">{t('comparing')}</p>}
          {likenesses.items.length === 0 && likenesses.namesCompared && <p>{t('nothingAlike')}</p>}
          <ul className="changes">
            {likenesses.items.map((likeness) => (
              <Likeness key={likeness.other.serial} likeness={likeness} serial={serial} seen={seen} noting={noting} />
            ))}
          </ul>
        </>
      )}
    </Answered>
  );
}

function Likeness({ likeness, serial, seen, noting }: Props & { likeness: Schemas['LikenessView'] }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const { other, score, warns, reasons, judgement } = likeness;
  return (
    <li className={warns && judgement === null ? 'warns' : ''}>
      <strong>{other.name}</strong> <StateTag state={other.state} />
      <p className="hint">
        {other.registrationNumber ?? other.serial} · {other.registrationYear} · {t(`journey:categories.${other.category}`)} ·{' '}
        {other.units.join('、')} · {other.completers.join('、')}
      </p>
      <p>
        {score !== null && t('review:score', { score })}
        {reasons.map(({ code, number, common }) => (
          <span key={code} className="reason">
            {code === 'SAME_NUMBER'
              ? t('review:sameNumber', { number: number ?? '' })
              : t('review:nearName', { common: common.slice(0, 3).join('、') })}
          </span>
        ))}
      </p>
      {judgement !== null && (
        <p>
          <strong>{t(`review:verdicts.${judgement.verdict}`)}</strong>
          {judgement.reason !== null && `：${judgement.reason}`}
        </p>
      )}
      {noting !== null && <Verdict serial={serial} seen={seen} noting={noting} other={other.serial} name={other.name} />}
    </li>
  );
}

function Verdict({
  serial,
  seen,
  noting,
  other,
  name,
}: {
  serial: string;
  seen: Schemas['SeenStageDto'];
  noting: Noting;
  other: string;
  name: string;
}): React.JSX.Element {
  const { t } = useTranslation('review');
  const said = likenessWords(other);
  const reason = noting.notes.words[said] ?? '';
  const box = useRef<HTMLInputElement>(null);
  const judging = useDeskAct(deskActs.judgeLikeness, serial, () => {
    noting.say(said, '');
    // Without a reason the buttons are disabled, and would lose the focus.
    box.current?.focus();
  });
  return (
    <form className="verdict" onSubmit={(event) => event.preventDefault()}>
      <label>
        {t('verdictReason', { name })}
        <input ref={box} value={reason} maxLength={2000} onChange={({ target }) => noting.say(said, target.value)} />
      </label>
      {judging.error !== null && <Trouble error={judging.error} />}
      <div className="many-acts">
        {(['different', 'duplicate'] as const).map((verdict) => (
          <Button
            key={verdict}
            danger={verdict === 'duplicate'}
            disabled={reason.trim() === '' || judging.isPending}
            onClick={() => judging.send({ seen, other, verdict, reason: reason.trim() })}
          >
            {t(`verdicts.${verdict}`)}
          </Button>
        ))}
      </div>
    </form>
  );
}
