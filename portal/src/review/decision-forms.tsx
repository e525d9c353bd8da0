import type { Finding, JudgingStage, ReturnItem, stageRules, SubmissionAct } from '@dengke/contract';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import type { Acting } from '../api/use-act';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import { deskActs } from './desk';
import type { Noting } from './notes';
import type { Place } from './places';
import { useDeskAct } from './use-desk-act';

export interface DecisionProps {
  serial: string;
  seen: Schemas['SeenStageDto'];
  /** None where the desk reviews nothing, or has not answered all. */
  findings: Finding[];
  /** What a return would name. */
  items: ReturnItem[];
  noting: Noting;
  places: readonly Place[];
  onCancel: () => void;
}

type PassingAct = (typeof stageRules)[JudgingStage]['passes'];
const passing: Record<PassingAct, typeof deskActs.recommend> = {
  release: deskActs.release,
  recommend: deskActs.recommend,
  approve: deskActs.approve,
};

/** On: with an opinion, if one is given. */
export function PassForm({ act, ...props }: DecisionProps & { act: PassingAct }): React.JSX.Element {
  const { serial, seen, findings, noting } = props;
  const acting = useDeskAct(passing[act], serial, noting.forget);
  const opinion = (noting.notes.words[act] ?? '').trim();
  return (
    <WordsForm
      {...props}
      act={act}
      label="opinion"
      isRequired={false}
      acting={acting}
      send={() => acting.send({ seen, ...(findings.length > 0 ? { findings } : {}), ...(opinion === '' ? {} : { opinion }) })}
    />
  );
}

/** Back to the completer, with each thing to mend. */
export function ReturnForm(props: DecisionProps): React.JSX.Element {
  const { t } = useTranslation('review');
  const { serial, seen, findings, items, places, noting } = props;
  const acting = useDeskAct(deskActs.return, serial, noting.forget);
  const isFailing = findings.some(({ answer }) => answer === 'not');
  const reason = (noting.notes.words['return'] ?? '').trim();
  const labelOf = (field: string): string => places.find((place) => place.field === field)?.label ?? field;
  return (
    <WordsForm
      {...props}
      act="return"
      label="returnReason"
      isRequired
      acting={acting}
      send={() => acting.send({ seen, reason, items, ...(isFailing ? { findings } : {}) })}
    >
      <p>{t('willName')}</p>
      <ol className="will-name">
        {items.map(({ field, remark }) => (
          <li key={`${field} ${remark}`}>
            {labelOf(field)}：{remark}
          </li>
        ))}
      </ol>
    </WordsForm>
  );
}

/** The end of it, with the reason. */
export function RefuseForm(props: DecisionProps): React.JSX.Element {
  const { serial, seen, findings, noting } = props;
  const acting = useDeskAct(deskActs.reject, serial, noting.forget);
  const reason = (noting.notes.words['reject'] ?? '').trim();
  const send = (): void => acting.send({ seen, reason, ...(findings.length > 0 ? { findings } : {}) });
  return <WordsForm {...props} act="reject" label="rejectReason" isRequired acting={acting} send={send} />;
}

interface WordsProps extends Pick<DecisionProps, 'noting' | 'onCancel'> {
  act: SubmissionAct;
  label: 'opinion' | 'returnReason' | 'rejectReason';
  isRequired: boolean;
  acting: Pick<Acting<never>, 'isPending' | 'error'>;
  send: () => void;
  children?: React.ReactNode;
}

function WordsForm({ act, label, isRequired, acting, send, noting, onCancel, children }: WordsProps): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey', 'shell']);
  const words = noting.notes.words[act] ?? '';
  return (
    <form
      className="plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {children}
      <label>
        {t(`review:${label}`)}
        <textarea
          rows={3}
          maxLength={2000}
          required={isRequired}
          value={words}
          autoFocus
          onChange={({ target }) => noting.say(act, target.value)}
        />
      </label>
      {acting.error !== null && <Trouble error={acting.error} />}
      <div className="many-acts">
        <Button primary type="submit" danger={act === 'reject'} disabled={acting.isPending || (isRequired && words.trim() === '')}>
          {t('review:confirm', { act: t(`journey:acts.${act}`) })}
        </Button>
        <Button onClick={onCancel}>{t('shell:cancel')}</Button>
      </div>
    </form>
  );
}
