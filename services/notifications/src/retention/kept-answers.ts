import { daysEnd } from '@dengke/service-kit';
import type { Disposable } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';
import { NoticeAnswer } from '../notices/notice-answer.entity';
import { NoticeFile } from '../notices/notice-file.entity';
import type { KeptKind } from './retention';

/** The people of a feedback form, and its scan. That the addressee answered, and when, stays with its copy of the letter. */
const answers: Disposable<KeptKind> = {
  kind: 'notice-answer',
  subjectOf: (copyId) => `disposal/notice-answer/${copyId}`,
  ended: (years) => `SELECT a.copyId AS id, NULL AS serial, ${daysEnd('a.answeredAt', years)} FROM notice_answer a`,
  async erase(manager, copyId) {
    await manager.delete(NoticeAnswer, { copyId });
    return eraseFiles(manager, { copyId });
  },
};

/** What was uploaded and never sent with anything. */
const unbound: Disposable<KeptKind> = {
  kind: 'unbound-file',
  subjectOf: (id) => `disposal/notice-file/${id}`,
  ended: (years) => `
    SELECT f.id, NULL AS serial, ${daysEnd('f.uploadedAt', years)} FROM notice_file f WHERE f.noticeId IS NULL AND f.copyId IS NULL`,
  erase: (manager, id) => eraseFiles(manager, { id }),
};

async function eraseFiles(manager: EntityManager, where: { copyId: string } | { id: string }): Promise<string[]> {
  const files = await manager.findBy(NoticeFile, where);
  await manager.delete(NoticeFile, where);
  return files.map(({ sha256 }) => sha256);
}

export const keptAnswers: readonly Disposable<KeptKind>[] = [answers, unbound];
