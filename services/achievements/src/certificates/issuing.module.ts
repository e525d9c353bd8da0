import { SigningKeys } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { AchievementsConfig } from '../config';
import { readRegistrar, REGISTRAR } from '../registrations/registrar';
import { IssuingService } from './issuing.service';

/** What acts need of certificates; what people ask about them is in `certificates.module.ts`. */
@Module({
  providers: [
    IssuingService,
    { provide: REGISTRAR, useFactory: readRegistrar },
    {
      provide: SigningKeys,
      inject: [AchievementsConfig],
      useFactory: ({ certificateKeysFile }: AchievementsConfig) => SigningKeys.fromFile(certificateKeysFile),
    },
  ],
  exports: [IssuingService, REGISTRAR, SigningKeys],
})
export class IssuingModule {}
