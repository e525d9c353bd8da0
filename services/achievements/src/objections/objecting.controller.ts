import { ActKey, Public, PublicAct, Timeless, UploadParts, Uploads } from '@dengke/service-kit';
import type { Parts } from '@dengke/service-kit';
import { Controller, Get, Headers, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SerialParam } from '../submitting/submitting.dto';
import { ObjectingService } from './objecting.service';
import { objectionUploadSchema, ObjectedDto, ObjectionStandingDto, ReceiptParam, secretHeader } from './objections.dto';
import { ObjectionsService } from './objections.service';

/** Objecting, for those who have no account: a key, then receipt and secret stand for them. */
@ApiTags('publicity')
@Controller()
export class ObjectingController {
  constructor(
    private readonly objecting: ObjectingService,
    private readonly objections: ObjectionsService,
  ) {}

  @Post('publicity/:serial/objections')
  @PublicAct()
  @Uploads(objectionUploadSchema)
  @ApiOperation({ summary: 'Object to what is in publicity: form, the unit’s seal, up to five files (P33); answers a secret, once' })
  @ApiCreatedResponse({ type: ObjectedDto })
  object(
    @ActKey() key: string,
    @Param() { serial }: SerialParam,
    @UploadParts({ files: 6, field: 64_000 }) parts: Parts,
  ): Promise<ObjectedDto> {
    return this.objecting.object(key, serial, parts);
  }

  @Get('objections/:receipt/standing')
  @Public()
  @Timeless()
  @ApiHeader({ name: secretHeader, required: true })
  @ApiOperation({ summary: 'Where one’s objection stands, by the secret of the first answer' })
  @ApiOkResponse({ type: ObjectionStandingDto })
  standing(@Param() { receipt }: ReceiptParam, @Headers(secretHeader) secret: string | undefined): Promise<ObjectionStandingDto> {
    return this.objections.standing(receipt, secret);
  }
}
