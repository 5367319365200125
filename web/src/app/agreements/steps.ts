import { computed, inject, signal } from '@angular/core';
import { useTexts } from '#ui';
import { problemWords } from '../requests/problem-words.ts';
import { requestTexts } from '../requests/request-texts.ts';
import { SharingCommands } from '../requests/sharing-commands.ts';
import { Announcer } from '../shell/announcer.ts';

/**
 * Gives one command at a time and says what came of it; what was typed stays where it is when it is refused. Call it where
 * things may be injected.
 */
export function steps() {
  const commands = inject(SharingCommands);
  const announcer = inject(Announcer);
  const shared = useTexts(requestTexts);
  const working = signal(false);
  const refused = signal<readonly string[]>([]);
  const stale = signal(false);
  return {
    working: working.asReadonly(),
    refusals: refused.asReadonly(),
    /** The page shows what is no more: it should be read again. */
    stale: stale.asReadonly(),
    hasRefusals: computed(() => refused().length > 0),
    refuse: (words: readonly string[]): void => refused.set(words),
    clear: (): void => refused.set([]),
    /** @returns whether it was done */
    async give(address: string, body: object, done: string): Promise<boolean> {
      if (working()) return false;
      working.set(true);
      refused.set([]);
      const answer = await commands.give(address, body);
      working.set(false);
      stale.set('problem' in answer && answer.problem.status === 409);
      if ('problem' in answer) {
        refused.set(problemWords(shared, answer.problem));
        return false;
      }
      announcer.say(done);
      return true;
    },
  };
}
