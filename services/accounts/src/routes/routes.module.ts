import { Module } from '@nestjs/common';
import { OrganisationsModule } from '../organisations/organisations.module';
import { GraphCheck } from './graph-check';
import { GraphsController, InternalGraphsController } from './graphs.controller';
import { RoutesController } from './routes.controller';
import { RoutesService } from './routes.service';

@Module({
  imports: [OrganisationsModule],
  controllers: [RoutesController, GraphsController, InternalGraphsController],
  providers: [RoutesService, GraphCheck],
})
export class RoutesModule {}
