import { permissionEndingLabels, recipientNoticeLabels, type PermissionEvent } from '#sharing/domain';

/** What one event says in histories. */
export function describePermissionEvent(event: PermissionEvent): string {
  switch (event.type) {
    case 'permission-given':
      return 'Permission given';
    case 'permission-suspended':
      return 'Permission suspended';
    case 'permission-resumed':
      return 'Permission goes on';
    case 'permission-ended':
      return `Permission ended: ${permissionEndingLabels[event.facts.how].toLowerCase()}`;
    case 'permission-end-reminded':
      return event.facts.days === 1
        ? 'Both sides were told that it ends within a day'
        : `Both sides were told that it ends within ${event.facts.days} days`;
    case 'permission-terms-accepted':
      return 'Somebody who uses the data accepted the terms';
    case 'delivery-begun':
      return event.facts.state === 'pending' ? 'A file is to be made' : 'The data is to be handed over';
    case 'delivery-file-made':
      return `File made: ${event.facts.file.rows.toLocaleString('en-GB')} ${event.facts.file.rows === 1 ? 'row' : 'rows'}`;
    case 'delivery-failed':
      return 'The file could not be made';
    case 'delivery-handed-over':
      return 'The data was handed over';
    case 'delivery-acknowledged':
      return 'Receipt was acknowledged';
    case 'delivery-downloaded':
      return event.facts.key === undefined ? 'Downloaded' : 'Downloaded with a key';
    case 'permission-key-made':
      return 'A key was made for the address of the data';
    case 'permission-key-revoked':
      return 'A key was revoked';
    case 'recipient-notice-sent':
      return `Notice to whoever received it: ${recipientNoticeLabels[event.facts.notice.kind].toLowerCase()}`;
    case 'recipient-notice-confirmed':
      return 'The notice was confirmed';
    case 'recipient-notice-unanswered':
      return 'Nobody answered the notice in time';
  }
}
