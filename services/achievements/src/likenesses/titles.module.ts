import { Module } from '@nestjs/common';
import { DraftLikenessesService } from './draft-likenesses.service';
import { TitleWatch } from './title-watch.service';

/** The names there are, and what a draft is like among them. */
@Module({ providers: [TitleWatch, DraftLikenessesService], exports: [DraftLikenessesService] })
export class TitlesModule {}
