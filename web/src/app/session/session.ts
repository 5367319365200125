import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { SessionView } from '#organisations/contracts';
import { answerFrom, expecting } from '../contracts/checked-answers.ts';
import { problemOf, type Problem } from '../shell/problem.ts';

const nobody: SessionView = { person: null, memberships: [], demonstration: false };

/** Who is signed in. The browser derives no right from it: what may be done travels with each view. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly answer = answerFrom('session', () => '/api/v1/session');

  readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : nobody));
  readonly person = computed(() => this.view().person);
  readonly memberships = computed(() => this.view().memberships);
  readonly demonstration = computed(() => this.view().demonstration);
  readonly known = computed(() => this.answer.hasValue());

  /** Gives undefined when signed in, otherwise why not. */
  async signIn(email: string, password: string): Promise<Problem | undefined> {
    return this.start('/api/v1/session', { email, password });
  }

  /** Signs in by the one-time link that an operator made, and sets a password where one is given. */
  async signInByLink(token: string, password: string | undefined): Promise<Problem | undefined> {
    return this.start('/api/v1/session/link', password === undefined ? { token } : { token, password });
  }

  async signOut(): Promise<Problem | undefined> {
    try {
      await firstValueFrom(this.http.delete('/api/v1/session'));
      this.answer.set({ ...nobody, demonstration: this.demonstration() });
      return undefined;
    } catch (error) {
      return problemOf(error);
    }
  }

  /** Asks the server again, which also keeps the session alive. */
  refresh(): void {
    this.answer.reload();
  }

  /** The membership in an organisation, by the slug that stands in a page's address as `?for=`. */
  membershipFor(slug: string | undefined) {
    return this.memberships().find((membership) => membership.organisation.slug === slug);
  }

  private async start(address: string, body: object): Promise<Problem | undefined> {
    try {
      this.answer.set(
        await firstValueFrom(this.http.post<SessionView>(address, body, { context: expecting('session') })),
      );
      return undefined;
    } catch (error) {
      return problemOf(error);
    }
  }
}
