import { Module, type DynamicModule } from '@nestjs/common';
import type { Door } from '#ledger/server';
import type { Database } from '#platform/database';
import {
  CaseCommands,
  Drafts,
  Evidence,
  mayReadEvidence,
  mayWriteDraft,
  otherSideOf,
  QuestionSets,
  RequestCommands,
  Requests,
  submittedFiles,
  type Sharing,
} from '#sharing/server';
import type { Platform } from '../../platform.ts';
import { CaseCommandsController } from './case-commands.controller.ts';
import { DatasetQuestionsController } from './dataset-questions.controller.ts';
import { EvidenceController } from './evidence.controller.ts';
import { InboxController } from './inbox.controller.ts';
import { MessagesController } from './messages.controller.ts';
import { QuestionSetsController } from './question-sets.controller.ts';
import { RequestDesk } from './request-desk.ts';
import { RequestsController } from './requests.controller.ts';
import { StandingAdviceController } from './standing-advice.controller.ts';
import { TalkDesk } from './talk-desk.ts';

export interface SharingParts {
  readonly database: Database;
  readonly door: Door;
  readonly platform: Platform;
  readonly sharing: Sharing;
}

/** Requests, cases and what belongs to them over HTTP. Needs `AuthenticationModule`. */
@Module({})
export class SharingModule {
  static with({ database, door, platform, sharing: { sources, requests, cases } }: SharingParts): DynamicModule {
    const { clock, storage } = platform;
    const commands = new RequestCommands(door, clock, { requests, cases }, sources);
    const desk = new RequestDesk(
      new Requests(database, sources),
      new Drafts(database, clock, storage),
      commands,
      new CaseCommands(database, door, cases),
    );
    const rights = { mayWrite: mayWriteDraft, mayRead: mayReadEvidence, otherSide: otherSideOf, submittedFiles };
    return {
      module: SharingModule,
      controllers: [
        EvidenceController,
        CaseCommandsController,
        RequestsController,
        InboxController,
        QuestionSetsController,
        MessagesController,
        DatasetQuestionsController,
        StandingAdviceController,
      ],
      providers: [
        { provide: RequestDesk, useValue: desk },
        { provide: TalkDesk, useValue: new TalkDesk(database, door, clock) },
        { provide: QuestionSets, useValue: new QuestionSets(database) },
        { provide: Evidence, useValue: new Evidence({ database, storage, clock, rights }) },
      ],
    };
  }
}
