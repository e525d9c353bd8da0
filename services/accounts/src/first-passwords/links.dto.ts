import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

export class LinkParam {
  @IsUUID() id!: string;
}

/** What a mail that hands over a login says; asked for when it is sent, and kept by nobody. */
export class LinkToMailDto {
  @ApiProperty() login!: string;
  /** `<id>.<secret>` */
  @ApiProperty() link!: string;
  /** Business instant after which it opens nothing. */
  @ApiProperty() expiresAt!: string;
}
