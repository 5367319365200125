import { Body, Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  changePasswordBody,
  mailPromised,
  resetBody,
  sessionView,
  signInBody,
  signInLinkBody,
  type ChangePasswordBody,
  type MailPromised,
  type ResetBody,
  type SessionView,
  type SignInBody,
  type SignInLinkBody,
} from '#organisations/contracts';
import { Access, CurrentCaller, type Caller } from '../../http/authentication/index.ts';
import { SessionDesk } from './session-desk.ts';

/** Signing in and out. */
@ApiTags('Session')
@Access('public')
@Controller('api/v1/session')
export class SessionController {
  constructor(private readonly desk: SessionDesk) {}

  /** Who is signed in; `person` is null for nobody. */
  @Get()
  @ApiOkResponse({ standardSchema: sessionView })
  show(@CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): SessionView {
    return this.desk.show(caller, reply);
  }

  /** Signs in by e-mail address and password, and ends the session that the caller had. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: sessionView })
  signIn(
    @Body({ schema: signInBody }) body: SignInBody,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.desk.signIn(body, caller, reply);
  }

  /** Signs in by a one-time link, and sets a password where one is given. */
  @Post('link')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: sessionView })
  useLink(
    @Body({ schema: signInLinkBody }) body: SignInLinkBody,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.desk.useLink(body, caller, reply);
  }

  /** Mails a one-time link to the address, where it has an account; the answer is the same where it has none. */
  @Post('reset')
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: mailPromised })
  reset(@Body({ schema: resetBody }) body: ResetBody, @CurrentCaller() caller: Caller): Promise<MailPromised> {
    return this.desk.reset(body, caller);
  }

  /** Sets another password, and ends every other session of the person. */
  @Post('password')
  @Access('signed-in')
  @HttpCode(204)
  @ApiNoContentResponse()
  changePassword(
    @Body({ schema: changePasswordBody }) body: ChangePasswordBody,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.desk.changePassword(body, caller);
  }

  /** Signs out; without a session it changes nothing. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  signOut(@CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.desk.signOut(caller, reply);
  }
}
