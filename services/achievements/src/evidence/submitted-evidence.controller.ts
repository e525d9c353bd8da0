import type { Caller } from '@dengke/contract';
import { Allow, Download, Me } from '@dengke/service-kit';
import type { Downloadable } from '@dengke/service-kit';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { SerialParam } from '../submitting/submitting.dto';
import { VersionsService } from '../versions/versions.service';
import { EvidenceService } from './evidence.service';

class SubmittedEvidenceParam extends SerialParam {
  @IsUUID() evidenceId!: string;
}

/** Evidence as the desks see it: what the locked versions hold, and nothing else of the unit's (P24, P27). */
@ApiTags('submissions')
@Controller('submissions/:serial/evidence')
export class SubmittedEvidenceController {
  constructor(
    private readonly versions: VersionsService,
    private readonly evidence: EvidenceService,
  ) {}

  @Get(':evidenceId/file')
  @Allow('submission.read')
  @Download()
  @ApiOperation({ summary: 'The file of a piece of evidence of a submitted version, always as a download' })
  async file(@Me() me: Caller, @Param() { serial, evidenceId }: SubmittedEvidenceParam): Promise<Downloadable> {
    await this.versions.requirePiece(me, serial, evidenceId);
    return this.evidence.open(evidenceId);
  }
}
