import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { ExtensionsController } from './extensions.controller';
import { ExtensionsService } from './extensions.service';

@Module({ imports: [ActsModule, DeadlinesModule], controllers: [ExtensionsController], providers: [ExtensionsService] })
export class ExtensionsModule {}
