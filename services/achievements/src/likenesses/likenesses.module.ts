import { Module } from '@nestjs/common';
import { ActsModule } from '../acts/acts.module';
import { SubmissionsModule } from '../submissions/submissions.module';
import { LikenessesController } from './likenesses.controller';
import { LikenessesService } from './likenesses.service';
import { TitlesModule } from './titles.module';

/** What is like another achievement: found, shown to the desks, judged by them (P19). */
@Module({ imports: [ActsModule, SubmissionsModule, TitlesModule], controllers: [LikenessesController], providers: [LikenessesService] })
export class LikenessesModule {}
