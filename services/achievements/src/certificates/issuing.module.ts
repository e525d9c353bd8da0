import { SigningKeys } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { AchievementsConfig } from '../config';
import { PublicationService } from '../publicity/publication.service';
import { readRegistrar, REGISTRAR } from '../registrations/registrar';
import { IssuingService } from './issuing.service';

/** What acts need of certificates and of the public register; what people ask about them is in `certificates.module.ts`. */
@Module({
  providers: [
    IssuingService,
    PublicationService,
    { provide: REGISTRAR, useFactory: readRegistrar },
    {
      provide: SigningKeys,
      inject: [AchievementsConfig],
      useFactory: ({ certificateKeysFile }: AchievementsConfig) => SigningKeys.fromFile(certificateKeysFile),
    },
  ],
  exports: [IssuingService, PublicationService, REGISTRAR, SigningKeys],
})
export class IssuingModule {}
