import { fileProviders } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { AchievementsConfig } from '../config';
import { readRegistrar, REGISTRAR } from '../registrations/registrar';
import { RegisterImportsController } from './register-imports.controller';
import { RegisterImportsService } from './register-imports.service';

@Module({
  controllers: [RegisterImportsController],
  providers: [RegisterImportsService, { provide: REGISTRAR, useFactory: readRegistrar }, ...fileProviders(AchievementsConfig)],
})
export class RegisterImportsModule {}
