import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import {
  invitationBody,
  mailPromised,
  organisationCommandResult,
  signUpBody,
  type InvitationBody,
  type MailPromised,
  type OrganisationCommandResult,
  type SignUpBody,
} from '#organisations/contracts';
import { Accounts, type Giver } from '#organisations/server';
import { Access, CallGiver, CurrentCaller, type Caller } from '../../http/authentication/index.ts';
import { OrganisationDesk } from './organisation-desk.ts';
import { SessionDesk } from './session-desk.ts';

/** How people come to an account: by themselves, or because an administrator invites them. */
@ApiTags('Accounts')
@Controller('api/v1')
export class AccountsController {
  constructor(
    private readonly sessions: SessionDesk,
    private readonly desk: OrganisationDesk,
    private readonly accounts: Accounts,
  ) {}

  /** Mails a link that confirms the address; the answer is the same where there is an account already. */
  @Post('accounts')
  @Access('public')
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: mailPromised })
  signUp(@Body({ schema: signUpBody }) body: SignUpBody, @CurrentCaller() caller: Caller): Promise<MailPromised> {
    return this.sessions.signUp(body, caller);
  }

  /** Gives somebody a place in the organisation and mails them. */
  @Post('organisations/:id/invitations')
  @Access('signed-in')
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: organisationCommandResult })
  invite(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: invitationBody }) body: InvitationBody,
  ): Promise<OrganisationCommandResult> {
    return this.desk.settle(giver.actor, id, this.accounts.invite(giver, id, body));
  }
}
