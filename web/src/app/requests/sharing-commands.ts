import { inject, Injectable } from '@angular/core';
import type { BeginRequestBody, RequestCommandResult, SaveDraftBody } from '#sharing/contracts';
import type { Answer } from '../contracts/answers.ts';
import { ChangeCalls, type Changed } from '../session/change-calls.ts';

export type CommandAnswer = Changed<RequestCommandResult>;

const requestAt = (request: string): string => `/api/v1/requests/${encodeURIComponent(request)}`;
const caseAt = (request: string, one: string): string => `${requestAt(request)}/cases/${encodeURIComponent(one)}`;

/** Addresses of commands: of a request, and of a case of it. */
export const requestCommandAt = (request: string, command: string): string =>
  `${requestAt(request)}/commands/${command}`;
export const caseCommandAt = (request: string, one: string, command: string): string =>
  `${caseAt(request, one)}/commands/${command}`;
export const caseMessagesAt = (request: string, one: string): string => `${caseAt(request, one)}/messages`;

/** Changes of requests and cases. A session that ended is begun again over the page, and the same call sent once more. */
@Injectable({ providedIn: 'root' })
export class SharingCommands {
  private readonly calls = inject(ChangeCalls);

  /** Gives a command, or sends a message, to its address. */
  give(address: string, body: object): Promise<CommandAnswer> {
    return this.calls.send({ method: 'POST', address, body, answer: 'requestCommand' });
  }

  begin(body: BeginRequestBody): Promise<CommandAnswer> {
    return this.give('/api/v1/requests', body);
  }

  saveDraft(request: string, body: SaveDraftBody): Promise<Changed<Answer<'draftSaved'>>> {
    return this.calls.send({ method: 'PATCH', address: requestAt(request), body, answer: 'draftSaved' });
  }

  /** @param question the question that the file answers */
  addEvidence(request: string, question: string, file: File): Promise<Changed<Answer<'evidence'>>> {
    const body = new FormData();
    body.set('file', file, file.name);
    const address = `${requestAt(request)}/files?question=${encodeURIComponent(question)}`;
    return this.calls.send({ method: 'POST', address, body, answer: 'evidence' });
  }

  addSignedCopy(agreement: string, file: File): Promise<Changed<Answer<'signedCopy'>>> {
    const body = new FormData();
    body.set('file', file, file.name);
    const address = `/api/v1/agreements/${encodeURIComponent(agreement)}/signed-copies`;
    return this.calls.send({ method: 'POST', address, body, answer: 'signedCopy' });
  }

  removeEvidence(request: string, file: string): Promise<Changed<Answer<'evidenceRemoved'>>> {
    const address = `${requestAt(request)}/files/${encodeURIComponent(file)}/commands/remove`;
    return this.calls.send({ method: 'POST', address, body: {}, answer: 'evidenceRemoved' });
  }
}
