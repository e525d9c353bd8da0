import { shownInstant } from '@dengke/calendar';
import { cellText, feedbackForms } from '@dengke/contract';
import type { FeedbackForm, Instant } from '@dengke/contract';
import { xlsxOf } from '@dengke/service-kit';
import { Workbook } from 'exceljs';

export interface AnsweredForm {
  name: string;
  /** From whom it had the letter. */
  issuer: string;
  filledIn: Record<string, string> | null;
  answeredAt: Instant | null;
}

/** All answers as xlsx: a row for each addressee, answered or not, a column for each box of the form in its order (S15–S19). */
export async function answersFile(
  form: FeedbackForm,
  { title, documentNumber }: { title: string; documentNumber: string | null },
  answers: readonly AnsweredForm[],
): Promise<Buffer> {
  const { title: formTitle, fields } = feedbackForms[form];
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('反馈');
  sheet.addRow([cellText(`${formTitle}（${documentNumber ?? title}）`)]);
  sheet.addRow(['序号', '发文单位', '收文单位', '反馈时间', ...fields.map(({ label }) => label)]);
  answers.forEach(({ name, issuer, filledIn, answeredAt }, index) => {
    const boxes = fields.map(({ id }) => cellText(filledIn?.[id] ?? ''));
    sheet.addRow([index + 1, cellText(issuer), cellText(name), answeredAt === null ? '未反馈' : shownInstant(answeredAt), ...boxes]);
  });
  sheet.columns.forEach((column) => (column.width = 20));
  return xlsxOf(workbook);
}
