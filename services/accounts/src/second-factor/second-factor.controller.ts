import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me, OpenWhile, SignedIn, StepUp } from '@dengke/service-kit';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { EnrolmentService } from './enrolment.service';
import { AddPasskeyDto, PasskeyParam } from './passkeys.dto';
import { RemovalService } from './removal.service';
import { ResetService } from './reset.service';
import { CodeDto, EnrolledDto, RecoveryCodesDto, ResetDto, SecondFactorDto, TotpEnrolmentDto } from './second-factor.dto';
import { SecondFactorService } from './second-factor.service';

@ApiTags('second-factor')
@Controller('second-factor')
@SignedIn()
export class SecondFactorController {
  constructor(
    private readonly secondFactor: SecondFactorService,
    private readonly enrolment: EnrolmentService,
    private readonly removal: RemovalService,
    private readonly resets: ResetService,
  ) {}

  @Get()
  @OpenWhile('enrol')
  @ApiOperation({ summary: 'What one has beside the password, and whether one’s positions ask for it' })
  @ApiOkResponse({ type: SecondFactorDto })
  status(@Me() me: Caller): Promise<SecondFactorDto> {
    return this.secondFactor.status(me);
  }

  @Post('totp')
  @OpenWhile('enrol')
  @StepUp()
  @ApiOperation({ summary: 'A secret for an authenticator app; it counts once a code of it was shown' })
  @ApiCreatedResponse({ type: TotpEnrolmentDto })
  beginTotp(@Me() me: Caller): Promise<TotpEnrolmentDto> {
    return this.enrolment.beginTotp(me);
  }

  @Post('totp/confirm')
  @OpenWhile('enrol')
  @StepUp()
  @HttpCode(200)
  @ApiOperation({ summary: 'Show the first code of the app; from now on it is the second factor' })
  @ApiOkResponse({ type: EnrolledDto })
  confirmTotp(@Me() me: Caller, @Body() { code }: CodeDto): Promise<EnrolledDto> {
    return this.enrolment.confirmTotp(me, code);
  }

  @Delete('totp')
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: 'Give the authenticator app up' })
  @ApiNoContentResponse()
  removeTotp(@Me() me: Caller): Promise<void> {
    return this.removal.removeTotp(me);
  }

  @Post('passkeys/options')
  @OpenWhile('enrol')
  @StepUp()
  @HttpCode(200)
  @ApiOperation({ summary: 'What `navigator.credentials.create` needs for a new passkey' })
  @ApiOkResponse({ type: Object })
  beginPasskey(@Me() me: Caller): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.enrolment.beginPasskey(me);
  }

  @Post('passkeys')
  @OpenWhile('enrol')
  @StepUp()
  @ApiOperation({ summary: 'Add a passkey as a second factor' })
  @ApiCreatedResponse({ type: EnrolledDto })
  addPasskey(@Me() me: Caller, @Body() dto: AddPasskeyDto): Promise<EnrolledDto> {
    return this.enrolment.addPasskey(me, dto);
  }

  @Delete('passkeys/:id')
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: 'Give a passkey up' })
  @ApiNoContentResponse()
  removePasskey(@Me() me: Caller, @Param() { id }: PasskeyParam): Promise<void> {
    return this.removal.removePasskey(me, id);
  }

  @Post('recovery-codes')
  @StepUp()
  @ApiOperation({ summary: 'Ten new recovery codes, shown this once; the earlier ones are void' })
  @ApiCreatedResponse({ type: RecoveryCodesDto })
  renewRecoveryCodes(@Me() me: Caller): Promise<RecoveryCodesDto> {
    return this.enrolment.renewRecoveryCodes(me);
  }

  @Post('resets')
  @Allow('credential.issue')
  @Act()
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a lost second factor from somebody whose login one may issue; a new one is enrolled at the next sign-in' })
  @ApiNoContentResponse()
  reset(@Me() me: Caller, @ActKey() key: string, @Body() { personId }: ResetDto): Promise<void> {
    return this.resets.reset(me, key, personId);
  }
}
