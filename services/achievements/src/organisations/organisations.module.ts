import { Module } from '@nestjs/common';
import { OrganisationsReplica } from './organisations.replica';

@Module({ providers: [OrganisationsReplica] })
export class OrganisationsModule {}
