import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { BehindMetrics } from './behind-metrics';
import { ExplainedService } from './explained.service';
import { IntakeOrdersService } from './intake-orders.service';
import { LookingController } from './looking.controller';
import { LookingService } from './looking.service';
import { OperationsController } from './operations.controller';
import { OverviewService } from './overview.service';
import { StuckWorkflowsService } from './stuck-workflows.service';
import { SubmissionMetrics } from './submission-metrics';
import { WorkflowLookService } from './workflow-look.service';

@Module({
  imports: [DeadlinesModule],
  controllers: [OperationsController, LookingController],
  providers: [
    BehindMetrics,
    ExplainedService,
    IntakeOrdersService,
    LookingService,
    OverviewService,
    StuckWorkflowsService,
    SubmissionMetrics,
    WorkflowLookService,
  ],
})
export class OperationsModule {}
