import { inject, Injectable, signal, untracked } from '@angular/core';
import { draftPrefix } from '../../session/forget-drafts.ts';
import { BrowserShelf } from './browser-shelf.ts';

/** What was typed into each form of a case, by the form's name. */
export type TypedForms = Readonly<Record<string, object>>;

interface Kept {
  /** Shape of this record; one of another shape is thrown away. */
  readonly shape: 1;
  readonly at: string;
  readonly forms: TypedForms;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what was kept; undefined where there is nothing in it, or it is none of ours. */
export function typedIn(kept: unknown): Kept | undefined {
  if (!isRecord(kept) || kept['shape'] !== 1 || typeof kept['at'] !== 'string' || !isRecord(kept['forms']))
    return undefined;
  const forms = Object.fromEntries(
    Object.entries(kept['forms']).filter((form): form is [string, Record<string, unknown>] => isRecord(form[1])),
  );
  return Object.keys(forms).length === 0 ? undefined : { shape: 1, at: kept['at'], forms };
}

export const typingKey = (person: string, one: string): string => `${draftPrefix}${person}.case.${one}`;

/**
 * What one person types into the forms of one case. It outlives a form that is closed, a command that is refused and a window
 * that is shut: it is kept in this browser until the command is given or the person throws it away or signs out.
 */
@Injectable()
export class Typing {
  private readonly shelf = inject(BrowserShelf);
  private readonly forms = signal<TypedForms>({});
  private key: string | undefined;
  /** When what is back from an earlier window was typed. */
  readonly restored = signal<string | undefined>(undefined);
  /** Whether this browser keeps what is typed. */
  readonly kept = signal(true);
  /** Names of the forms that hold something. */
  readonly names = (): readonly string[] => Object.keys(this.forms());

  /**
   * Brings back what was typed before. To be called once the page is drawn: the server knows nothing of it, and what the
   * browser draws first must be what came.
   */
  open(person: string, one: string): void {
    const key = typingKey(person, one);
    if (this.key === key) return;
    this.key = key;
    const found = typedIn(this.shelf.find(key));
    if (!found) return;
    // What was typed before this was read is newer.
    this.forms.update((typed) => ({ ...found.forms, ...typed }));
    this.restored.set(found.at);
  }

  /** What a form holds: what was typed over what it begins with. */
  read<Model extends object>(form: string, start: Model): Model {
    return { ...start, ...(this.forms()[form] as Partial<Model> | undefined) };
  }

  write(form: string, typed: object): void {
    this.forms.update((forms) => ({ ...forms, [form]: typed }));
    this.keep();
  }

  forget(form: string): void {
    this.forms.update((forms) => Object.fromEntries(Object.entries(forms).filter(([name]) => name !== form)));
    this.keep();
  }

  forgetAll(): void {
    this.forms.set({});
    this.restored.set(undefined);
    this.keep();
  }

  private keep(): void {
    if (this.key === undefined) return;
    const forms = untracked(this.forms);
    if (Object.keys(forms).length === 0) return this.shelf.forget(this.key);
    const kept: Kept = { shape: 1, at: new Date().toISOString(), forms };
    this.kept.set(this.shelf.keep(this.key, kept));
  }
}
