import { Module } from '@nestjs/common';
import { CodeListsController } from './code-lists.controller';
import { CodeListsService } from './code-lists.service';

@Module({ controllers: [CodeListsController], providers: [CodeListsService] })
export class CodeListsModule {}
