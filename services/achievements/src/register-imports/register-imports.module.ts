import { fileProviders } from '@dengke/service-kit';
import { Module } from '@nestjs/common';
import { AchievementsConfig } from '../config';
import { DocumentsModule } from '../documents/documents.module';
import { readRegistrar, REGISTRAR } from '../registrations/registrar';
import { ImportedCorrectionsController } from './imported-corrections.controller';
import { ImportedCorrectionsService } from './imported-corrections.service';
import { RegisterImportsController } from './register-imports.controller';
import { RegisterImportsService } from './register-imports.service';

@Module({
  imports: [DocumentsModule],
  controllers: [RegisterImportsController, ImportedCorrectionsController],
  providers: [
    RegisterImportsService,
    ImportedCorrectionsService,
    { provide: REGISTRAR, useFactory: readRegistrar },
    ...fileProviders(AchievementsConfig),
  ],
})
export class RegisterImportsModule {}
