import { occupyingStates } from '@dengke/contract';
import type { LikenessVerdict } from '@dengke/contract';
import { warningScore } from '@dengke/titles';
import type { EntityManager } from 'typeorm';

/** A live or registered submission, or what was registered before, that is like another, and what was said of the two. */
export interface Likeness {
  other: string;
  /** How near the names are, in hundredths; null when they are not. */
  score: number | null;
  /** Whether a number is the same. */
  sameNumber: boolean;
  /** The last word about the two, whichever of them lay at the desk; null before. */
  verdict: LikenessVerdict | null;
  /** Of which of the two it was said, and by which entry of its ledger. */
  judged: string | null;
  fact: number | null;
}

/** More are not shown, nor asked about: whoever has read twenty knows. */
const MOST = 20;

const ALIKE = `
  SELECT other, MAX(score) AS score, MAX(sameNumber) AS sameNumber FROM (
    SELECT other, score, 0 AS sameNumber FROM like_title WHERE serial = ?
    UNION ALL SELECT serial, score, 0 FROM like_title WHERE other = ?
    UNION ALL SELECT twin.serial, NULL, 1 FROM submission_mark mark
      JOIN submission_mark twin ON twin.kind = mark.kind AND twin.value = mark.value AND twin.serial <> mark.serial WHERE mark.serial = ?
  ) pair LEFT JOIN submission ON submission.serial = pair.other AND submission.state IN (?)
    LEFT JOIN imported_registration earlier ON earlier.serial = pair.other
  WHERE submission.serial IS NOT NULL OR earlier.serial IS NOT NULL
  GROUP BY other ORDER BY MAX(sameNumber) DESC, MAX(score) DESC, other LIMIT ${MOST}`;
const JUDGED = 'SELECT serial, other, verdict, fact FROM likeness_judgement WHERE serial = ? OR other = ?';

interface Alike {
  other: string;
  score: number | null;
  sameNumber: number | string;
}
interface Judged {
  serial: string;
  other: string;
  verdict: LikenessVerdict;
  fact: number;
}

/** All that a submission is like, the same numbers first, then by nearness of the names. */
export async function likenessesOf(manager: EntityManager, serial: string): Promise<Likeness[]> {
  const alike = await manager.query<Alike[]>(ALIKE, [serial, serial, serial, occupyingStates]);
  const judged = alike.length === 0 ? [] : await manager.query<Judged[]>(JUDGED, [serial, serial]);
  return alike.map(({ other, score, sameNumber }) => {
    const own = judged.find((row) => row.serial === serial && row.other === other);
    const said = own ?? judged.find((row) => row.serial === other && row.other === serial);
    return {
      ...{ other, score, sameNumber: Number(sameNumber) === 1 },
      ...{ verdict: said?.verdict ?? null, judged: said?.serial ?? null, fact: said?.fact ?? null },
    };
  });
}

/** Near enough that a desk is asked before it passes it on (P19). */
export const warns = ({ score, sameNumber }: Pick<Likeness, 'score' | 'sameNumber'>): boolean =>
  sameNumber || (score !== null && score >= warningScore);
