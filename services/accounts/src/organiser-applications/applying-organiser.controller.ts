import { Controller, Get, Headers, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActKey, Public, PublicAct, Timeless, UploadParts, Uploads } from '@dengke/service-kit';
import type { Parts } from '@dengke/service-kit';
import { ApplicantLimits } from '../applications/applicant-limits';
import { ApplicantViewDto, ApplicationParam, ApplicationProgressDto, AppliedDto, secretHeader } from '../applications/applications.dto';
import { ApplyingOrganiserService } from './applying-organiser.service';
import { organiserUploadSchema } from './organiser-form.dto';

/** Applying to be an organiser, for those who have no account: a key, then id and secret stand for them. */
@ApiTags('applications to be an organiser')
@Controller('organiser-applications')
export class ApplyingOrganiserController {
  constructor(private readonly applying: ApplyingOrganiserService) {}

  @Post()
  @PublicAct()
  @UseGuards(ApplicantLimits)
  @Uploads(organiserUploadSchema)
  @ApiOperation({ summary: 'Apply to be an organiser (附件2): form, signature and seal (pdf, jpg, png); answers a secret, once' })
  @ApiCreatedResponse({ type: AppliedDto })
  apply(@ActKey() key: string, @UploadParts({ files: 2, field: 16_000 }) parts: Parts): Promise<AppliedDto> {
    return this.applying.apply(key, parts);
  }

  @Get(':id/standing')
  @Public()
  @Timeless()
  @ApiHeader({ name: secretHeader, required: true })
  @ApiOperation({ summary: 'Where one’s application stands, by the secret of the first answer' })
  @ApiOkResponse({ type: ApplicantViewDto })
  view(@Param() { id }: ApplicationParam, @Headers(secretHeader) secret: string | undefined): Promise<ApplicantViewDto> {
    return this.applying.view(id, secret);
  }

  @Post(':id/withdraw')
  @PublicAct()
  @HttpCode(200)
  @ApiHeader({ name: secretHeader, required: true })
  @ApiOperation({ summary: 'Withdraw one’s application until the department has opened it' })
  @ApiOkResponse({ type: ApplicationProgressDto })
  withdraw(
    @Param() { id }: ApplicationParam,
    @ActKey() key: string,
    @Headers(secretHeader) secret: string | undefined,
  ): Promise<ApplicationProgressDto> {
    return this.applying.withdraw(id, key, secret);
  }
}
