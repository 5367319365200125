import type { PersonActor } from '#kernel';
import type { MailPreferences, NoticeCount, NoticeList, NoticesQuery, ReadNoticesBody } from '#notices/contracts';
import { countNotices, listNotices, markRead, readPreferences, setPreferences } from '#notices/server';
import type { Database } from '#platform/database';
import type { Clock } from '#platform/observability';

/** Notices as HTTP has them. */
export class NoticeDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list({ person }: PersonActor, query: NoticesQuery): Promise<NoticeList> {
    return listNotices(this.database, person, query);
  }

  count({ person }: PersonActor): Promise<NoticeCount> {
    return countNotices(this.database, person);
  }

  preferences({ person }: PersonActor): Promise<MailPreferences> {
    return readPreferences(this.database, person);
  }

  setPreferences({ person }: PersonActor, ways: MailPreferences): Promise<MailPreferences> {
    return setPreferences(this.database, person, ways, this.clock.now());
  }

  async read({ person }: PersonActor, body: ReadNoticesBody): Promise<NoticeCount> {
    await markRead(this.database, person, body, this.clock.now());
    return countNotices(this.database, person);
  }
}
