import type { CertificateKey } from '@dengke/contract';
import { Public, Timeless } from '@dengke/service-kit';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, ApiTooManyRequestsResponse } from '@nestjs/swagger';
import { CertificateKeyDto, NumberParam, VerificationDto, VerificationQuery } from './certificates.dto';
import { VerificationService } from './verification.service';

/** For anybody who holds a certificate. */
@ApiTags('certificates')
@ApiTooManyRequestsResponse({ description: 'application/problem+json' })
@Controller('certificates')
@Public()
@Timeless()
export class VerificationController {
  constructor(private readonly verification: VerificationService) {}

  @Get('keys')
  @ApiOperation({ summary: 'The public keys with which certificates are verified offline, older ones included' })
  @ApiOkResponse({ type: [CertificateKeyDto] })
  keys(): CertificateKey[] {
    return this.verification.publicKeys();
  }

  @Get(':number/verification')
  @ApiOperation({ summary: 'Whether a certificate is valid, superseded, cancelled, unknown or altered' })
  @ApiOkResponse({ type: VerificationDto })
  verify(@Param() { number }: NumberParam, @Query() query: VerificationQuery): Promise<VerificationDto> {
    return this.verification.verify(number, query);
  }
}
