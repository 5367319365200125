import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#kernel';
import {
  answerQuestionBody,
  askQuestionBody,
  closeQuestionBody,
  datasetQuestions,
  datasetQuestionsQuery,
  passOnQuestionBody,
  requestCommandResult,
  unpublishQuestionBody,
  type AnswerQuestionBody,
  type AskQuestionBody,
  type CloseQuestionBody,
  type DatasetQuestions,
  type DatasetQuestionsQuery,
  type PassOnQuestionBody,
  type RequestCommandResult,
  type UnpublishQuestionBody,
} from '#sharing/contracts';
import type { Giver } from '#sharing/server';
import { Access, CallGiver, CurrentActor } from '../../http/authentication/index.ts';
import { TalkDesk } from './talk-desk.ts';

type Result = Promise<RequestCommandResult>;

/** Questions about a dataset; who may give which command stands in `allowedCommands` of each. */
@ApiTags('Questions')
@Controller('api/v1')
export class DatasetQuestionsController {
  constructor(private readonly desk: TalkDesk) {}

  /** Published ones, one's own, and those of one's office. */
  @Get('datasets/:id/questions')
  @Access('public')
  @ApiOkResponse({ standardSchema: datasetQuestions })
  list(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: datasetQuestionsQuery }) query: DatasetQuestionsQuery,
  ): Promise<DatasetQuestions> {
    return this.desk.questionsAbout(actor, id, query);
  }

  @Post('datasets/:id/questions')
  @HttpCode(201)
  @Access('signed-in')
  @ApiCreatedResponse({ standardSchema: requestCommandResult })
  ask(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: askQuestionBody }) body: AskQuestionBody,
  ): Result {
    return this.desk.ask(giver, id, body);
  }

  @Post('questions/:id/commands/answer')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: requestCommandResult })
  answer(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: answerQuestionBody }) body: AnswerQuestionBody,
  ): Result {
    return this.desk.give(giver.actor, id, this.desk.questions.answer(giver, id, body));
  }

  @Post('questions/:id/commands/pass-on')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: requestCommandResult })
  passOn(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: passOnQuestionBody }) body: PassOnQuestionBody,
  ): Result {
    return this.desk.give(giver.actor, id, this.desk.questions.passOn(giver, id, body));
  }

  @Post('questions/:id/commands/close')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: requestCommandResult })
  close(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: closeQuestionBody }) body: CloseQuestionBody,
  ): Result {
    return this.desk.give(giver.actor, id, this.desk.questions.close(giver, id, body));
  }

  @Post('questions/:id/commands/unpublish')
  @HttpCode(200)
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: requestCommandResult })
  unpublish(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: unpublishQuestionBody }) body: UnpublishQuestionBody,
  ): Result {
    return this.desk.give(giver.actor, id, this.desk.questions.unpublish(giver, id, body));
  }
}
