import { Body, Controller, Get, Headers, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActKey, Public, PublicAct, Timeless } from '@dengke/service-kit';
import { ApplicantLimits } from '../applications/applicant-limits';
import { ApplicantViewDto, ApplicationParam, ApplicationProgressDto, secretHeader } from '../applications/applications.dto';
import { ApplyingService } from './applying.service';
import { ApplyForCredentialDto, CredentialAppliedDto } from './credential-applications.dto';

/** Applying for a login, for those who have no account: a key, then id and secret stand for them. */
@ApiTags('applications for a login')
@Controller('credential-applications')
export class ApplyingController {
  constructor(private readonly applying: ApplyingService) {}

  @Post()
  @PublicAct()
  @UseGuards(ApplicantLimits)
  @ApiOperation({ summary: 'Apply for a login of a completing unit; answers a secret, once' })
  @ApiCreatedResponse({ type: CredentialAppliedDto })
  apply(@ActKey() key: string, @Body() dto: ApplyForCredentialDto): Promise<CredentialAppliedDto> {
    return this.applying.apply(key, dto);
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
  @ApiOperation({ summary: 'Withdraw one’s application while nothing is issued' })
  @ApiOkResponse({ type: ApplicationProgressDto })
  withdraw(
    @Param() { id }: ApplicationParam,
    @ActKey() key: string,
    @Headers(secretHeader) secret: string | undefined,
  ): Promise<ApplicationProgressDto> {
    return this.applying.withdraw(id, key, secret);
  }
}
