import type { Evidence, RegistrationForm } from '@dengke/contract';
import type { EntityManager } from 'typeorm';
import { LikenessJudgement } from './likeness-judgement.entity';
import { marksOf } from './marks';
import { SubmissionMark } from './submission-mark.entity';

interface Submitted {
  serial: string;
  form: RegistrationForm;
  evidence: readonly Evidence[];
}

/** In the transaction of submit: whoever comes after it finds its numbers. */
export async function writeMarks(manager: EntityManager, { serial, form, evidence }: Submitted): Promise<void> {
  const marks = marksOf(form, evidence).map(({ kind, value }) => ({ serial, kind, value }));
  if (marks.length > 0) {
    await manager.insert(SubmissionMark, marks);
  }
}

/** In that of resubmit. What was judged of another name or of other numbers is open again; the ledger keeps what was said. */
export async function rewriteMarks(manager: EntityManager, submitted: Submitted, nameBefore: string): Promise<void> {
  const { serial, form } = submitted;
  const listed = async (): Promise<string> => {
    const marks = await manager.findBy(SubmissionMark, { serial });
    return marks
      .map(({ kind, value }) => `${kind} ${value}`)
      .sort()
      .join();
  };
  const before = await listed();
  await manager.delete(SubmissionMark, { serial });
  await writeMarks(manager, submitted);
  if (form.name !== nameBefore || (await listed()) !== before) {
    await manager.delete(LikenessJudgement, { serial });
    await manager.delete(LikenessJudgement, { other: serial });
  }
}
