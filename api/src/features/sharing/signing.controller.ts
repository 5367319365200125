import { Body, Controller, Header, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Outcome } from '#kernel';
import { SignIn } from '#organisations/server';
import {
  declineInvitationBody,
  signByInvitationBody,
  signingDone,
  signingLinkBody,
  signingView,
  type DeclineInvitationBody,
  type SignByInvitationBody,
  type SigningDone,
  type SigningLinkBody,
  type SigningView,
} from '#sharing/contracts';
import { SigningPage } from '#sharing/server';
import { Access, CurrentCaller, type Caller } from '../../http/authentication/index.ts';
import { disposition } from '../../http/files/index.ts';
import { problemOf, settled } from '../../http/problems/index.ts';
import { AgreementDesk } from './agreement-desk.ts';

/**
 * Signing without an account, by the token of a link that came by mail. It comes in the body of each call, so that no address
 * and no line of a log holds it; reading never signs. 410 where the link leads nowhere any more.
 */
@ApiTags('Signing')
@Access('public')
@Controller('api/v1/signing')
export class SigningController {
  constructor(
    private readonly page: SigningPage,
    private readonly desk: AgreementDesk,
    private readonly signIns: SignIn,
  ) {}

  /** The terms that are to be signed, and for whom. */
  @Post('read')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: signingView })
  async read(
    @Body({ schema: signingLinkBody }) { token }: SigningLinkBody,
    @CurrentCaller() caller: Caller,
  ): Promise<SigningView> {
    await this.notTooOften(caller);
    return settled(await this.page.read(token));
  }

  /** The terms for paper. */
  @Post('pdf')
  @HttpCode(200)
  @ApiProduces('application/pdf')
  async pdf(
    @Body({ schema: signingLinkBody }) { token }: SigningLinkBody,
    @CurrentCaller() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.notTooOften(caller);
    const { document, fileName } = settled(await this.page.document(token));
    const pdf = await this.desk.documents.pdf(document);
    await reply
      .headers({ 'content-disposition': disposition(fileName), 'cache-control': 'private, no-store' })
      .type('application/pdf')
      .send(pdf);
  }

  /** Signs over the hash of the terms that were read; the last signature puts the agreement in force. */
  @Post('commands/sign')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: signingDone })
  sign(
    @Body({ schema: signByInvitationBody }) body: SignByInvitationBody,
    @CurrentCaller() caller: Caller,
  ): Promise<SigningDone> {
    return this.done(caller, () => this.page.sign(body));
  }

  /** Says no, with a reason that whoever asked reads; the link leads nowhere afterwards. */
  @Post('commands/decline')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: signingDone })
  decline(
    @Body({ schema: declineInvitationBody }) body: DeclineInvitationBody,
    @CurrentCaller() caller: Caller,
  ): Promise<SigningDone> {
    return this.done(caller, () => this.page.decline(body));
  }

  private async done(caller: Caller, work: () => Promise<Outcome<unknown>>): Promise<SigningDone> {
    await this.notTooOften(caller);
    settled(await work());
    return { done: true };
  }

  private async notTooOften({ client }: Caller): Promise<void> {
    const held = await this.signIns.heldFrom(client.address);
    if (held && !held.ok) {
      const { refusals, retryAfter } = held;
      throw problemOf(refusals, retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } });
    }
  }
}
