import { Module } from '@nestjs/common';
import { AccountsReplica } from './accounts-replica';
import { RecipientsService } from './recipients.service';

@Module({ providers: [AccountsReplica, RecipientsService], exports: [RecipientsService] })
export class RecipientsModule {}
