import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module';
import { MailModule } from '../mail/mail.module';
import { RemindersModule } from '../reminders/reminders.module';
import { ToldController } from './told.controller';
import { ToldService } from './told.service';

@Module({ imports: [InboxModule, MailModule, RemindersModule], controllers: [ToldController], providers: [ToldService] })
export class ToldModule {}
