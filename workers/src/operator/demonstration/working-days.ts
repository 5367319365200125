import { addDays, isWorkingDay, type LocalDate } from '#kernel';

/** Working days up to today, counted backwards: what happened “four working days ago” on whatever day it is told. */
export class WorkingDays {
  private readonly passed: LocalDate[] = [];

  constructor(
    readonly today: LocalDate,
    private readonly holidays: ReadonlySet<LocalDate>,
  ) {}

  /**
   * The working day that lies so many working days back. 0 is today or, where nobody works today, the last day on which
   * people did.
   */
  before(count: number): LocalDate {
    while (this.passed.length <= count) {
      const last = this.passed.at(-1);
      let day = last === undefined ? this.today : addDays(last, -1);
      while (!isWorkingDay(day, this.holidays)) day = addDays(day, -1);
      this.passed.push(day);
    }
    return this.passed[count] ?? this.today;
  }
}
