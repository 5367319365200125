import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#kernel';
import {
  inbox,
  inboxQuery,
  sharingReference,
  type Inbox,
  type InboxQuery,
  type SharingReference,
} from '#sharing/contracts';
import { referenceLists } from '#sharing/server';
import { Access, CurrentActor } from '../../http/authentication/index.ts';
import { RequestDesk } from './request-desk.ts';

/** What waits for a person, and the lists that decisions choose from. */
@ApiTags('Inbox')
@Controller('api/v1')
export class InboxController {
  constructor(private readonly desk: RequestDesk) {}

  /** What waits for me, worst first. */
  @Get('inbox')
  @Access('signed-in')
  @ApiOkResponse({ standardSchema: inbox })
  inbox(@CurrentActor() actor: PersonActor, @Query({ schema: inboxQuery }) query: InboxQuery): Promise<Inbox> {
    return this.desk.requests.inbox(actor, query);
  }

  @Get('sharing/reference')
  @Access('public')
  @Header('cache-control', 'public, max-age=3600')
  @ApiOkResponse({ standardSchema: sharingReference })
  reference(): SharingReference {
    return referenceLists;
  }
}
