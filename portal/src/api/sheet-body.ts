/** A sheet as a part of a form, where the client generated from the API knows only that it is binary. */
export const sheetBody = (sheet: File): { body: { sheet: string }; bodySerializer: () => FormData } => {
  const parts = new FormData();
  parts.append('sheet', sheet, sheet.name);
  return { body: { sheet: '' }, bodySerializer: () => parts };
};
