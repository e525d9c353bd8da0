import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { DraftsModule } from '../drafts/drafts.module';
import { OrganisationsReplica } from './organisations.replica';
import { SuccessionService } from './succession.service';

@Module({ imports: [ActsModule, DraftsModule], providers: [OrganisationsReplica, SuccessionService] })
export class OrganisationsModule {}
