import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { questionSet, questionSetQuery, type QuestionSetQuery } from '#sharing/contracts';
import type { QuestionSet } from '#sharing/domain';
import { QuestionSets } from '#sharing/server';
import { Access } from '../../http/authentication/index.ts';
import { found } from '../../http/problems/index.ts';

/** What somebody is asked who wants data: the default set, and what organisations ask beside it. */
@ApiTags('Question sets')
@Controller('api/v1/question-sets')
@Access('public')
export class QuestionSetsController {
  constructor(private readonly questionSets: QuestionSets) {}

  /** One set: `default`, or that of an organisation by id or slug; the newest version unless another is named. */
  @Get(':id')
  @ApiOkResponse({ standardSchema: questionSet })
  async view(
    @Param('id') id: string,
    @Query({ schema: questionSetQuery }) { version }: QuestionSetQuery,
  ): Promise<QuestionSet> {
    return found(await this.questionSets.find(id, version));
  }
}
