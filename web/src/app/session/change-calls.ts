import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { uuidv7 } from '#kernel';
import type { Answer, AnswerName } from '../contracts/answers.ts';
import { expecting } from '../contracts/checked-answers.ts';
import { problemOf, type Problem } from '../shell/problem.ts';
import { SignInAgain } from './sign-in-again.ts';

/** A call that changes something, and the contract of what is answered. */
export interface Change<Name extends AnswerName> {
  readonly method: 'POST' | 'PATCH' | 'PUT';
  readonly address: string;
  /** An object sent as JSON, or a form with files. */
  readonly body: object;
  readonly answer: Name;
}

export type Changed<Value> = { readonly done: Value } | { readonly problem: Problem };

/** Sends what changes something. A session that ended is begun again over the page, and the same call sent once more. */
@Injectable({ providedIn: 'root' })
export class ChangeCalls {
  private readonly http = inject(HttpClient);
  private readonly signInAgain = inject(SignInAgain);

  async send<Name extends AnswerName>(change: Change<Name>): Promise<Changed<Answer<Name>>> {
    // The same key on a second try: a call that did arrive is answered as before and done once.
    const key = uuidv7(Date.now());
    const answer = await this.once(change, key);
    if (!('problem' in answer) || answer.problem.status !== 401) return answer;
    return (await this.signInAgain.ask()) ? this.once(change, key) : answer;
  }

  private async once<Name extends AnswerName>(change: Change<Name>, key: string): Promise<Changed<Answer<Name>>> {
    const { method, address, body, answer } = change;
    const options = { body, headers: { 'Idempotency-Key': key }, context: expecting(answer) };
    try {
      return { done: await firstValueFrom(this.http.request<Answer<Name>>(method, address, options)) };
    } catch (error) {
      return { problem: problemOf(error) };
    }
  }
}
