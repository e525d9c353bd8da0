import { Matches } from 'class-validator';

export class CodeListParam {
  @Matches(/^[a-z][a-z0-9-]{0,39}$/) list!: string;
}

export interface CodeListLine {
  list: string;
  title: string;
  edition: string;
  effectiveFrom: string;
  entries: number;
}

export interface CodeList extends Omit<CodeListLine, 'entries'> {
  entries: { code: string; name: string; parent: string | null }[];
}
