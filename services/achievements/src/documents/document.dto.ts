import { ApiProperty } from '@nestjs/swagger';
import type { OfficialDocument } from './official-documents.service';

export class OfficialDocumentDto implements OfficialDocument {
  @ApiProperty() fileName!: string;
  @ApiProperty() mediaType!: string;
  @ApiProperty() bytes!: number;
  @ApiProperty() sha256!: string;
}
