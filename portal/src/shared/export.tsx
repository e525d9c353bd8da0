import { useTranslation } from '../messages/use-translation';
import { useAct } from '../api/use-act';
import { Trouble } from './trouble';
import type { Cell, Row } from './xlsx';

/** A column of a list as a file: its heading, and what it says of a line. */
export type Column<Line> = readonly [heading: string, said: (line: Line) => Cell];

interface Props<Line> {
  /** Names the list, and its file. */
  list: string;
  columns: readonly Column<Line>[];
  /** All of them as they are narrowed down now, also those that the page has not loaded. */
  lines: () => readonly Line[] | Promise<readonly Line[]>;
}

/** A list as xlsx: its headings in the reader’s language, and all its lines. */
export function Export<Line>({ list, columns, lines }: Props<Line>): React.JSX.Element {
  const rows = async (): Promise<Row[]> => [
    columns.map(([heading]) => heading),
    ...(await lines()).map((line) => columns.map(([, said]) => said(line))),
  ];
  return <ExportRows list={list} rows={rows} />;
}

/** The same of rows, the headings first. What makes the file is fetched when it is asked for. */
export function ExportRows({ list, rows }: { list: string; rows: () => readonly Row[] | Promise<readonly Row[]> }): React.JSX.Element {
  const { t } = useTranslation('shell');
  const making = useAct(async () => {
    const [{ saveList }, all] = await Promise.all([import('./list-file.ts'), rows()]);
    await saveList(list, all);
  });
  const words = t(making.isPending ? 'exporting' : 'export');
  return (
    <div className="export no-print">
      <button
        type="button"
        className="plain-button quiet small"
        aria-label={`${words}：${list}`}
        disabled={making.isPending}
        onClick={() => making.send()}
      >
        {words}
      </button>
      {making.error !== null && <Trouble error={making.error} />}
    </div>
  );
}
