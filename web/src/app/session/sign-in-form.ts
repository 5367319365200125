import { Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { useTexts } from '#ui';
import type { Problem } from '../shell/problem.ts';
import { Session } from './session.ts';
import { sessionTexts } from './session-texts.ts';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** What is missing before anything is sent, by field. */
export const missingIn = ({ email, password }: Credentials): readonly (keyof Credentials)[] => [
  ...(email.trim() === '' ? (['email'] as const) : []),
  ...(password === '' ? (['password'] as const) : []),
];

/** Why signing in failed, in words; they never tell whether an account exists. */
export const refusalText = (t: typeof sessionTexts.en, problem: Problem): string => {
  if (problem.status === 401 || problem.status === 400) return t.notKnown;
  if (problem.status === 429) return t.tooMany(problem.retryAfter);
  return problem.status === 0 ? t.offline : t.failed;
};

/** E-mail address and password; on its own page and over a page whose session ended. */
@Component({
  selector: 'wl-sign-in-form',
  templateUrl: './sign-in-form.html',
})
export class SignInForm {
  private readonly session = inject(Session);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  private readonly missing = signal<readonly (keyof Credentials)[]>([]);
  private readonly problem = signal<Problem | undefined>(undefined);
  /** Keeps ids apart where two forms are on one page. */
  readonly name = input('sign-in');
  readonly signedIn = output();
  protected readonly t = useTexts(sessionTexts);
  protected readonly working = signal(false);
  protected readonly emailError = computed(() => (this.missing().includes('email') ? this.t.emailMissing : undefined));
  protected readonly passwordError = computed(() =>
    this.missing().includes('password') ? this.t.passwordMissing : undefined,
  );
  protected readonly refusal = computed(() => {
    const problem = this.problem();
    return problem && refusalText(this.t, problem);
  });

  protected async signIn(submitted: Event, credentials: Credentials): Promise<void> {
    submitted.preventDefault();
    if (this.working()) return;
    this.problem.set(undefined);
    this.missing.set(missingIn(credentials));
    if (this.missing().length === 0) {
      this.working.set(true);
      this.problem.set(await this.session.signIn(credentials.email.trim(), credentials.password));
      this.working.set(false);
      if (!this.problem()) return this.signedIn.emit();
    }
    setTimeout(() => this.summary()?.nativeElement.focus());
  }
}
