import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  addUnitBody,
  claimOrganisationBody,
  closeUnitBody,
  describeOrganisationBody,
  fillProfileBody,
  joinBoardBody,
  leaveBoardBody,
  organisationCommandResult,
  renameUnitBody,
  verifyOrganisationBody,
  withdrawVerificationBody,
  type AddUnitBody,
  type BoardBody,
  type CloseUnitBody,
  type DescribeOrganisationBody,
  type FillProfileBody,
  type OrganisationCommandResult,
  type OrganisationEnvelope,
  type RenameUnitBody,
  type WithdrawVerificationBody,
} from '#organisations/contracts';
import { OrganisationCommands, type Giver } from '#organisations/server';
import { Access, CallGiver } from '../../http/authentication/index.ts';
import { OrganisationDesk } from './organisation-desk.ts';

type Result = Promise<OrganisationCommandResult>;

/** Commands to one organisation; who may give which stands in `allowedCommands` of its view. */
@ApiTags('Organisations')
@Access('signed-in')
@Controller('api/v1/organisations/:id/commands')
export class OrganisationCommandsController {
  constructor(
    private readonly desk: OrganisationDesk,
    private readonly commands: OrganisationCommands,
  ) {}

  @Post('describe')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  describe(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: describeOrganisationBody }) body: DescribeOrganisationBody,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.describe(giver, id, body));
  }

  /** An organisation known only from a feed becomes a member. */
  @Post('claim')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  claim(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: claimOrganisationBody }) body: OrganisationEnvelope,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.claim(giver, id, body));
  }

  @Post('verify')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  verify(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: verifyOrganisationBody }) body: OrganisationEnvelope,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.verify(giver, id, body));
  }

  @Post('withdraw-verification')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  withdrawVerification(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: withdrawVerificationBody }) body: WithdrawVerificationBody,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.withdrawVerification(giver, id, body));
  }

  @Post('add-unit')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  addUnit(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: addUnitBody }) body: AddUnitBody,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.addUnit(giver, id, body));
  }

  @Post('rename-unit')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  renameUnit(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: renameUnitBody }) body: RenameUnitBody,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.renameUnit(giver, id, body));
  }

  @Post('close-unit')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  closeUnit(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: closeUnitBody }) body: CloseUnitBody,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.closeUnit(giver, id, body));
  }

  /** The profile that goes with every request of the organisation. */
  @Post('fill-profile')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  fillProfile(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: fillProfileBody }) body: FillProfileBody,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.fillProfile(giver, id, body));
  }

  /** Puts the organisation in the scope of a board. */
  @Post('join-board')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  joinBoard(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: joinBoardBody }) body: BoardBody,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.joinBoard(giver, id, body));
  }

  @Post('leave-board')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: organisationCommandResult })
  leaveBoard(
    @CallGiver() giver: Giver,
    @Param('id') id: string,
    @Body({ schema: leaveBoardBody }) body: BoardBody,
  ): Result {
    return this.desk.settle(giver.actor, id, this.commands.leaveBoard(giver, id, body));
  }
}
