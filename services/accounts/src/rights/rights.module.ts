import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module';
import { RightsController } from './rights.controller';
import { RightsService } from './rights.service';

@Module({ imports: [OrganisationsModule], controllers: [RightsController], providers: [RightsService] })
export class RightsModule {}
