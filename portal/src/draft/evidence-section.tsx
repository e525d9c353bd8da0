import { evidenceKinds } from '@dengke/contract';
import type { Category, EvidenceKind } from '@dengke/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { bytesOf } from '../shared/bytes';
import { Trouble } from '../shared/trouble';
import type { Draft } from './drafts';
import { draftQuery, gapsKey } from './drafts';
import { EvidenceForm } from './evidence-form';
import { kindName } from './kind-name';

/** The pieces of evidence of a draft, what its category needs, and another piece. */
export function EvidenceSection({ draft, category }: { draft: Draft; category: unknown }): React.JSX.Element {
  const { t } = useTranslation(['draft', 'shell']);
  const client = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const kinds = kindsOf(category);
  const lookAgain = async (): Promise<void> => {
    setAdding(false);
    await client.invalidateQueries({ queryKey: draftQuery(draft.id).queryKey, exact: true });
    await client.invalidateQueries({ queryKey: gapsKey(draft.id) });
  };
  const removing = useAct(
    (evidenceId: string, key) =>
      answerOf(api.DELETE('/drafts/{id}/evidence/{evidenceId}', { ...keyed(key), params: { path: { id: draft.id, evidenceId } } })),
    lookAgain,
  );
  return (
    <section className="card form-section" id="section-evidence" aria-labelledby="title-evidence" tabIndex={-1}>
      <h2 id="title-evidence">{t('draft:evidence')}</h2>
      <p className="hint">{t('draft:evidenceHint')}</p>
      <ul className="needs">
        {kinds.map((kind) => (
          <li key={kind} className={draft.evidence.some((piece) => piece.kind === kind) ? 'has' : ''}>
            {kindName(kind)} <span className="hint">{t(`draft:roles.${evidenceKinds[kind].role}`)}</span>
          </li>
        ))}
      </ul>
      {removing.error !== null && <Trouble error={removing.error} />}
      {draft.evidence.length > 0 && (
        <ul className="pieces">
          {draft.evidence.map(({ id, kind, number, issuedOn, fileName, bytes }) => (
            <li key={id}>
              <div>
                <strong>{kindName(kind)}</strong> {number} · {issuedOn}
                <div className="hint">
                  <a href={`/api/v1/drafts/${draft.id}/evidence/${id}/file`}>{fileName}</a>（{bytesOf(bytes)}）
                </div>
              </div>
              <Button
                quiet
                disabled={removing.isPending}
                aria-label={t('draft:removeFile', { name: fileName })}
                onClick={() => removing.send(id)}
              >
                {t('draft:remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isAdding ? (
        <EvidenceForm draftId={draft.id} kinds={kinds} onDone={lookAgain} onCancel={() => setAdding(false)} />
      ) : (
        <Button onClick={() => setAdding(true)}>{t('draft:addEvidence')}</Button>
      )}
    </section>
  );
}

const kindsOf = (category: unknown): EvidenceKind[] =>
  (Object.keys(evidenceKinds) as EvidenceKind[]).filter((kind) =>
    (evidenceKinds[kind].categories as readonly Category[]).includes(category as Category),
  );
