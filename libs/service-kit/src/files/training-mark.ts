import type { Workbook } from 'exceljs';
import { trainingMark } from '@dengke/contract';

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let isTraining = false;

/** Once, when a process begins, from its configuration (`DENGKE_TRAINING`): whether all that it prints says that it is an exercise. */
export function markAsTraining(training: boolean): void {
  isTraining = training;
}

/** What every document says of itself, or null where it is in earnest. */
export const documentMark = (): string | null => (isTraining ? trainingMark : null);

/** The same under the last row of every sheet of a workbook that is handed out. */
export async function xlsxOf(workbook: Workbook): Promise<Buffer> {
  const mark = documentMark();
  if (mark !== null) {
    workbook.eachSheet((sheet) => sheet.addRow([mark]));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
