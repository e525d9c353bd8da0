import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Matches } from 'class-validator';

export class CodeListParam {
  @Matches(/^[a-z][a-z0-9-]{0,39}$/) list!: string;
}

export class CodeListLine {
  @ApiProperty() list!: string;
  @ApiProperty() title!: string;
  @ApiProperty() edition!: string;
  @ApiProperty({ format: 'date' }) effectiveFrom!: string;
  @ApiProperty() entries!: number;
}

export class CodeListEntry {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) parent!: string | null;
}

export class CodeList extends OmitType(CodeListLine, ['entries']) {
  @ApiProperty({ type: [CodeListEntry] }) entries!: CodeListEntry[];
}
