import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module';
import { AuditController } from './audit.controller';
import { AuditService } from './audit.service';

@Module({ imports: [OrganisationsModule], controllers: [AuditController], providers: [AuditService] })
export class AuditModule {}
