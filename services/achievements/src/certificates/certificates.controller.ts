import type { Caller } from '@dengke/contract';
import { Allow, Download, Me } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SerialParam } from '../submitting/submitting.dto';
import { CertificateVersion, VersionQuery } from './certificates.dto';
import { CertificatesService } from './certificates.service';

@ApiTags('certificates')
@Controller('submissions/:serial')
export class CertificatesController {
  constructor(private readonly certificates: CertificatesService) {}

  @Get('certificates')
  @Allow('submission.read')
  @ApiOperation({ summary: 'All versions of its certificate, the oldest first' })
  @ApiOkResponse({ type: [CertificateVersion] })
  versions(@Me() me: Caller, @Param() { serial }: SerialParam): Promise<CertificateVersion[]> {
    return this.certificates.versions(me, serial);
  }

  @Get('certificate')
  @Allow('submission.read')
  @Download()
  @ApiOperation({ summary: 'The certificate as a PDF, the newest version unless another is named; one that is not valid any more says so' })
  pdf(@Me() me: Caller, @Param() { serial }: SerialParam, @Query() { version }: VersionQuery): Promise<Downloadable> {
    return this.certificates.pdf(me, serial, version);
  }
}
