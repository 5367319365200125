import { addDays, type Outcome, type PersonActor, type Role } from '#kernel';
import { organisationAggregate, standInAggregate } from '#organisations/server';
import { publishQuestionSet, QuestionCommands, StandingAdviceCommands } from '#sharing/server';
import { askedQuestions, type AskedQuestion } from './asked-questions.ts';
import type { Directory } from './directory.ts';
import type { Happening } from './happening.ts';
import type { Loading, Moment } from './loading.ts';
import { ellermouthQuestions } from './own-questions.ts';
import { profiles } from './profiles.ts';
import { ratesAdvice } from './standing-advice.ts';

/** Somebody of Ellermouth who is away. */
interface Absence {
  readonly named: Moment;
  /** Keys of who is away, and of who does their work. */
  readonly person: string;
  readonly standIn: string;
  readonly role: Role;
  /** Working days before today on which it began, and days after today until which it lasts. */
  readonly away: number;
  readonly back: number;
}

const absences: readonly Absence[] = [
  { named: { on: 4, at: '08:40' }, person: 'h.castledine', standIn: 'owner', role: 'owner', away: 3, back: 12 },
  {
    named: { on: 2, at: '16:20' },
    person: 'l.marchbank',
    standIn: 'signatory',
    role: 'adviser:legal',
    away: 1,
    back: 9,
  },
];

/** What organisations do beside requests: boards, profiles, own questions, cover, standing advice, answers. */
export function officeHappenings(loading: Loading, directory: Directory): readonly Happening[] {
  const office = new Office(loading, directory);
  return [
    { moment: { on: 127, at: '09:30' }, happen: () => office.joinBoard() },
    { moment: { on: 126, at: '14:00' }, happen: () => office.fillProfiles() },
    { moment: { on: 125, at: '11:00' }, happen: () => office.publishQuestions() },
    { moment: { on: 60, at: '16:10' }, happen: () => office.giveStandingAdvice() },
    ...absences.map((absence) => ({ moment: absence.named, happen: () => office.nameStandIn(absence) })),
    ...askedQuestions.flatMap((question) => office.talk(question)),
  ];
}

class Office {
  private readonly questions: QuestionCommands;

  constructor(
    private readonly loading: Loading,
    private readonly directory: Directory,
  ) {
    this.questions = new QuestionCommands(loading.door, loading.clock);
  }

  async joinBoard(): Promise<void> {
    const id = this.directory.organisation('ellermouth');
    const command = { type: 'join-board', board: this.directory.organisation('eller-estuary-data-board') } as const;
    await this.loading.give(organisationAggregate, await this.member('administrator', 'ellermouth'), [{ id, command }]);
  }

  async fillProfiles(): Promise<void> {
    for (const { organisation, by, profile } of profiles) {
      const id = this.directory.organisation(organisation);
      const filled = profile((days) => addDays(this.loading.today, days));
      const item = { id, command: { type: 'fill-profile', profile: filled } as const };
      await this.loading.give(organisationAggregate, await this.member(by, organisation), [item]);
    }
  }

  async publishQuestions(): Promise<void> {
    const publication = { organisation: this.directory.organisation('ellermouth'), definition: ellermouthQuestions };
    held(await publishQuestionSet(this.loading.parts, await this.member('steward', 'ellermouth'), publication));
  }

  async giveStandingAdvice(): Promise<void> {
    const { dataset, purposeClasses, ...advice } = ratesAdvice;
    const actor = await this.member('dpo', 'ellermouth');
    const organisation = this.directory.organisation('ellermouth');
    const commands = new StandingAdviceCommands(this.loading.door, this.loading.clock);
    held(
      await commands.give({ actor }, organisation, {
        ...advice,
        actingFor: organisation,
        datasets: [this.directory.dataset(dataset)],
        purposeClasses: [...purposeClasses],
        until: addDays(this.loading.today, 120),
      }),
    );
  }

  /** Somebody is away from a working day on; the administrator names who does their work. */
  async nameStandIn({ person, standIn, role, away, back }: Absence): Promise<void> {
    const id = this.loading.newId();
    const command = {
      type: 'name-stand-in',
      id,
      organisation: this.directory.organisation('ellermouth'),
      person: this.directory.person(person),
      standIn: this.directory.person(standIn),
      roles: [role],
      from: this.loading.days.before(away),
      until: addDays(this.loading.today, back),
    } as const;
    await this.loading.give(standInAggregate, await this.member('administrator', 'ellermouth'), [{ id, command }]);
  }

  /** A question, and what becomes of it. */
  talk({ by, organisation, dataset, asked, text, answer, passedOn }: AskedQuestion): readonly Happening[] {
    const publisher = this.directory.publisher(dataset);
    let id = '';
    const ask = async (): Promise<void> => {
      const actor = await this.member(by, organisation);
      const call = { text, ...(actor.actingFor === undefined ? {} : { actingFor: actor.actingFor }) };
      ({ id } = held(await this.questions.ask({ actor }, this.directory.dataset(dataset), call)));
    };
    const happenings: Happening[] = [{ moment: asked, happen: ask }];
    if (answer) {
      const happen = async (): Promise<void> => {
        const actor = await this.member(answer.by, publisher);
        held(await this.questions.answer({ actor }, id, { revision: 1, text: answer.text, publish: true }));
      };
      happenings.push({ moment: answer.given, happen });
    }
    if (passedOn) {
      const happen = async (): Promise<void> => {
        const actor = await this.member(passedOn.by, publisher);
        const to = this.directory.organisation(passedOn.to);
        held(await this.questions.passOn({ actor }, id, { revision: 1, organisation: to, reason: passedOn.reason }));
      };
      happenings.push({ moment: passedOn.given, happen });
    }
    return happenings;
  }

  private member(person: string, organisation: string | undefined): Promise<PersonActor> {
    const acting = organisation === undefined ? undefined : this.directory.organisation(organisation);
    return this.loading.actor(this.directory.person(person), acting);
  }
}

/** @throws where it was refused: a slip in the demonstration's data */
function held<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.refusals.map(({ field = '', message }) => `${field} ${message}`).join(' '));
}
