import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me, OpenWhile, SignedIn, StepUp } from '@dengke/service-kit';
import { DeliveryDto } from '../first-passwords/delivery';
import { ShowsFirstPassword } from '../first-passwords/slip.interceptor';
import { ChangePasswordDto, IssueCredentialDto, IssuedCredentialDto, PersonParam, RecoverCredentialDto } from './credentials.dto';
import { CredentialsService } from './credentials.service';
import { PasswordsService } from './passwords.service';

@ApiTags('credentials')
@Controller()
export class CredentialsController {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly passwords: PasswordsService,
  ) {}

  @Post('credentials')
  @Allow('credential.issue')
  @Act()
  @StepUp()
  @ApiOperation({
    summary: 'Issue a login and a position to somebody of the level below or of one’s own node; shows the first password once',
  })
  @ShowsFirstPassword(201, IssuedCredentialDto)
  issue(@Me() me: Caller, @ActKey() key: string, @Body() dto: IssueCredentialDto): Promise<IssuedCredentialDto> {
    return this.credentials.issue(me, key, dto);
  }

  @Post('credentials/:personId/first-password')
  @Allow('credential.issue')
  @Act()
  @StepUp()
  @ApiOperation({ summary: 'Issue another first password to somebody who never changed the first one; shows it once' })
  @ShowsFirstPassword(201, IssuedCredentialDto)
  renew(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { personId }: PersonParam,
    @Body() dto: DeliveryDto,
  ): Promise<IssuedCredentialDto> {
    return this.credentials.renew(me, key, personId, dto);
  }

  @Post('credentials/:personId/recovery')
  @Allow('credential.issue')
  @Act()
  @StepUp()
  @ApiOperation({ summary: 'Let in anew somebody who has lost the password, with the reason; shows the first password once' })
  @ShowsFirstPassword(201, IssuedCredentialDto)
  recover(
    @Me() me: Caller,
    @ActKey() key: string,
    @Param() { personId }: PersonParam,
    @Body() dto: RecoverCredentialDto,
  ): Promise<IssuedCredentialDto> {
    return this.credentials.recover(me, key, personId, dto);
  }

  @Put('password')
  @SignedIn()
  @OpenWhile('change-password', 'enrol')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change one’s own password; ends one’s other sessions' })
  @ApiNoContentResponse()
  change(@Me() me: Caller, @Body() dto: ChangePasswordDto): Promise<void> {
    return this.passwords.change(me, dto);
  }
}
