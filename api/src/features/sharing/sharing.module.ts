import { Module, type DynamicModule } from '@nestjs/common';
import type { Door } from '#ledger/server';
import type { Database } from '#platform/database';
import { Documents } from '#platform/documents';
import {
  AgreementCommands,
  Agreements,
  CaseCommands,
  Downloads,
  Drafts,
  Evidence,
  mayReadEvidence,
  mayWriteDraft,
  otherSideOf,
  PermissionKeys,
  QuestionSets,
  RecipientNotices,
  RequestCommands,
  Requests,
  SharingMap,
  SharingRegister,
  SignedCopies,
  SigningPage,
  submittedFiles,
  type Sharing,
} from '#sharing/server';
import type { Platform } from '../../platform.ts';
import { AgreementDesk } from './agreement-desk.ts';
import { AgreementCommandsController, AgreementsController } from './agreements.controller.ts';
import { CaseCommandsController } from './case-commands.controller.ts';
import { DataDesk } from './data-desk.ts';
import { DatasetQuestionsController } from './dataset-questions.controller.ts';
import { DatasetRecipientsController } from './dataset-recipients.controller.ts';
import { EvidenceController } from './evidence.controller.ts';
import { InboxController } from './inbox.controller.ts';
import { MessagesController } from './messages.controller.ts';
import { PermissionCommandsController, PermissionsController } from './permissions.controller.ts';
import { QuestionSetsController } from './question-sets.controller.ts';
import { RegisterController } from './register.controller.ts';
import { RequestDesk } from './request-desk.ts';
import { RequestsController } from './requests.controller.ts';
import { SigningController } from './signing.controller.ts';
import { StandingAdviceController } from './standing-advice.controller.ts';
import { TalkDesk } from './talk-desk.ts';

export interface SharingParts {
  readonly database: Database;
  readonly door: Door;
  readonly platform: Platform;
  readonly sharing: Sharing;
}

/** What gives agreements, permissions and their files to HTTP. */
function agreementDesks({ database, door, platform, sharing }: SharingParts) {
  const { sources, agreements, permissions, cases } = sharing;
  const { clock, storage } = platform;
  const parts = { door, clock, agreements, permissions, cases };
  const views = new Agreements(database, sources);
  const desk = new AgreementDesk(views, new Documents(), new RecipientNotices(parts), new AgreementCommands(parts));
  const files = new DataDesk(views, new Downloads(database, parts), new PermissionKeys(database, parts), storage);
  return [
    { provide: AgreementDesk, useValue: desk },
    { provide: DataDesk, useValue: files },
    { provide: SignedCopies, useValue: new SignedCopies({ database, storage, clock, sources }) },
    { provide: SigningPage, useValue: new SigningPage(database, sources, parts) },
  ];
}

/** Requests, cases and what belongs to them over HTTP. Needs `AuthenticationModule`. */
@Module({})
export class SharingModule {
  static with({ database, door, platform, sharing }: SharingParts): DynamicModule {
    const { sources, requests, cases, agreements } = sharing;
    const { clock, storage } = platform;
    const commands = new RequestCommands(door, clock, { requests, cases }, sources);
    const desk = new RequestDesk(
      new Requests(database, sources),
      new Drafts(database, clock, storage),
      commands,
      new CaseCommands(database, door, { cases, agreements }),
    );
    const rights = { mayWrite: mayWriteDraft, mayRead: mayReadEvidence, otherSide: otherSideOf, submittedFiles };
    return {
      module: SharingModule,
      controllers: [
        EvidenceController,
        AgreementsController,
        AgreementCommandsController,
        SigningController,
        PermissionsController,
        PermissionCommandsController,
        RegisterController,
        CaseCommandsController,
        RequestsController,
        InboxController,
        QuestionSetsController,
        MessagesController,
        DatasetQuestionsController,
        DatasetRecipientsController,
        StandingAdviceController,
      ],
      providers: [
        { provide: RequestDesk, useValue: desk },
        { provide: SharingRegister, useValue: new SharingRegister(database, sources) },
        { provide: SharingMap, useValue: new SharingMap(database, clock) },
        ...agreementDesks({ database, door, platform, sharing }),
        { provide: TalkDesk, useValue: new TalkDesk(database, door, clock) },
        { provide: QuestionSets, useValue: new QuestionSets(database) },
        { provide: Evidence, useValue: new Evidence({ database, storage, clock, rights }) },
      ],
    };
  }
}
