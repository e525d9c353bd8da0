import type { Caller } from '@dengke/contract';
import { Act, ActKey, Allow, Me } from '@dengke/service-kit';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EachOfMany, RecommendManyDto, ReturnManyDto } from './many.dto';
import { ReviewService } from './review.service';

/** Decisions on many, each judged and answered for itself; repeated with its key, each gives its first answer (P29). */
@ApiTags('review')
@Controller('submissions')
export class ManyController {
  constructor(private readonly review: ReviewService) {}

  @Post('recommend')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Recommend many, each with its check list answered; each has a result of its own' })
  @ApiOkResponse({ type: EachOfMany })
  recommend(@Me() me: Caller, @ActKey() key: string, @Body() dto: RecommendManyDto): Promise<EachOfMany> {
    return this.review.recommendMany(me, key, dto);
  }

  @Post('return')
  @HttpCode(200)
  @Act()
  @Allow('submission.decide')
  @ApiOperation({ summary: 'Return many with the same reason, naming the same things to mend; each has a result of its own' })
  @ApiOkResponse({ type: EachOfMany })
  giveBack(@Me() me: Caller, @ActKey() key: string, @Body() dto: ReturnManyDto): Promise<EachOfMany> {
    return this.review.returnMany(me, key, dto);
  }
}
