import readSheets from 'read-excel-file/node';

export interface ReadSheet {
  readonly name: string;
  /** Row by row; null where a cell is empty. */
  readonly rows: readonly (readonly unknown[])[];
}

/** An xlsx as a program reads it that shares no code with the one that wrote it. */
export const sheetsOf = async (xlsx: Buffer): Promise<ReadSheet[]> =>
  (await readSheets(xlsx)).map(({ sheet, data }) => ({ name: sheet, rows: data }));
