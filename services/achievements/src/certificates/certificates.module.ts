import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module';
import { CertificatesController } from './certificates.controller';
import { CertificatesService } from './certificates.service';
import { IssuingModule } from './issuing.module';
import { VerificationController } from './verification.controller';
import { VerificationService } from './verification.service';

/** 登记证书: seen, printed and verified. */
@Module({
  imports: [IssuingModule, SubmissionsModule],
  controllers: [CertificatesController, VerificationController],
  providers: [CertificatesService, VerificationService],
})
export class CertificatesModule {}
