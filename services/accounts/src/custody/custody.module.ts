import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { CustodyController } from './custody.controller';
import { CustodyService } from './custody.service';

@Module({ imports: [OrganisationsModule, SignInModule], controllers: [CustodyController], providers: [CustodyService] })
export class CustodyModule {}
