import { refusal, type Refusal } from '#kernel';

/** Why a fetch ended; its message is for people. */
export class Ended extends Error {
  constructor(readonly reason: Refusal) {
    super(reason.message);
  }
}

export const ended = (code: string, message: string): Ended => new Ended(refusal(`platform.fetch-${code}`, message));

export const forbidden = (host: string): Ended =>
  ended(
    'forbidden',
    `${host} lies inside a private network or on this machine; it is read only with WAYLEAVE_FETCH_PRIVATE=yes.`,
  );
