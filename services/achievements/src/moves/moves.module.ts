import { Module } from '@nestjs/common';
import { MovesService } from './moves.service';

@Module({ providers: [MovesService], exports: [MovesService] })
export class MovesModule {}
