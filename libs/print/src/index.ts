export { stampIn, stampText } from './form-stamp';
export type { FormStamp } from './form-stamp';
export { pdfOf } from './pdf-of';
export { formPreviewPdf, registrationFormPdf, wordsOfForm } from './registration-form';
export type { FormDesk, PrintedForm } from './registration-form';
export { summarySheetPdf, summarySheetXlsx } from './summary-sheet';
export type { PrintedSheet } from './summary-sheet';
