import { inject, Injectable } from '@angular/core';
import type { NameStandInBody } from '#organisations/contracts';
import type { ProfileChange } from '#organisations/domain';
import type { Answer } from '../contracts/answers.ts';
import { ChangeCalls, type Changed } from '../session/change-calls.ts';

type CommandAnswer = Promise<Changed<Answer<'command'>>>;

const at = (organisation: string): string => `/api/v1/organisations/${organisation}`;

/** An organisation as a command to it needs it. */
export interface Addressed {
  readonly id: string;
  readonly revision: number;
}

/** Changes of an organisation by its own members, each given for the organisation itself. */
@Injectable({ providedIn: 'root' })
export class OrganisationCommands {
  private readonly calls = inject(ChangeCalls);

  nameStandIn(organisation: string, named: Omit<NameStandInBody, 'actingFor'>): CommandAnswer {
    return this.send(`${at(organisation)}/stand-ins`, { ...named, actingFor: organisation });
  }

  endStandIn(organisation: string, { id, revision }: Addressed): CommandAnswer {
    return this.send(`/api/v1/stand-ins/${id}/commands/end`, { revision, actingFor: organisation });
  }

  fillProfile({ id, revision }: Addressed, profile: ProfileChange): CommandAnswer {
    return this.send(`${at(id)}/commands/fill-profile`, { revision, actingFor: id, profile });
  }

  private send(address: string, body: object): CommandAnswer {
    return this.calls.send({ method: 'POST', address, body, answer: 'command' });
  }
}
