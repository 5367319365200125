import type { PermissionEvent } from './events.ts';
import type { Delivery, DeliveryState, Permission, PermissionKey, RecipientNotice } from './permission.ts';

const changed = (permission: Permission, id: string, change: (delivery: Delivery) => Delivery): Permission => ({
  ...permission,
  deliveries: permission.deliveries.map((delivery) => (delivery.id === id ? change(delivery) : delivery)),
});

const withKey = (permission: Permission, id: string, change: Partial<PermissionKey>): Permission => ({
  ...permission,
  keys: (permission.keys ?? []).map((key) => (key.id === id ? { ...key, ...change } : key)),
});

/** What becomes of a notice becomes of the versions that it took back. */
function withNotice(
  permission: Permission,
  id: string,
  change: Partial<RecipientNotice>,
  recalled: DeliveryState,
): Permission {
  const notices = (permission.notices ?? []).map((notice) => (notice.id === id ? { ...notice, ...change } : notice));
  const notice = notices.find((one) => one.id === id);
  const affected = notice?.kind === 'recalled' ? notice.deliveries : [];
  return { ...permission, notices, deliveries: moved(permission.deliveries, affected, recalled) };
}

const moved = (deliveries: readonly Delivery[], ids: readonly string[], state: DeliveryState): readonly Delivery[] =>
  deliveries.map((one) => (ids.includes(one.id) ? { ...one, state } : one));

/** Folds the facts of one event into what the rules know of a permission. */
export function evolvePermission(permission: Permission | undefined, event: PermissionEvent): Permission {
  if (event.type === 'permission-given') {
    const { on: _, ...facts } = event.facts;
    return { ...facts, state: 'given', acceptedBy: [], deliveries: [] };
  }
  if (!permission) throw new Error(`${event.type} cannot begin the history of a permission`);
  const { on } = event.facts;
  switch (event.type) {
    case 'permission-suspended':
      return { ...permission, state: 'suspended' };
    case 'permission-resumed':
      return { ...permission, state: 'given' };
    case 'permission-ended':
      return { ...permission, state: 'ended', ended: { how: event.facts.how, on } };
    case 'permission-end-reminded':
      return { ...permission, reminded: event.facts.days };
    case 'permission-terms-accepted':
      return { ...permission, acceptedBy: [...permission.acceptedBy, event.facts.person] };
    case 'delivery-begun': {
      const { delivery: id, state } = event.facts;
      // One that was never made gives way to the next.
      const others = permission.deliveries.filter((one) => one.id !== id && one.state !== 'pending');
      return { ...permission, deliveries: [...others, { id, state, on, downloads: 0 }] };
    }
    case 'delivery-file-made': {
      const { delivery, file } = event.facts;
      return changed(permission, delivery, (one) => ({ ...one, state: 'delivered', on, file }));
    }
    case 'delivery-failed':
      return changed(permission, event.facts.delivery, (one) => ({ ...one, state: 'failed', on }));
    case 'delivery-handed-over':
      return changed(permission, event.facts.delivery, (one) => ({ ...one, state: 'delivered', on }));
    case 'delivery-acknowledged':
      return changed(permission, event.facts.delivery, (one) => ({ ...one, state: 'acknowledged' }));
    case 'delivery-downloaded': {
      const { delivery, key } = event.facts;
      const counted = changed(permission, delivery, (one) => ({
        ...one,
        state: 'acknowledged',
        downloads: one.downloads + 1,
      }));
      return key === undefined ? counted : withKey(counted, key, { used: on });
    }
    default:
      return told(permission, event);
  }
}

function told(permission: Permission, event: Extract<PermissionEvent, KeyOrNotice>): Permission {
  const { on } = event.facts;
  switch (event.type) {
    case 'permission-key-made':
      return { ...permission, keys: [...(permission.keys ?? []), { ...event.facts.key, on }] };
    case 'permission-key-revoked':
      return withKey(permission, event.facts.key, { revoked: on });
    case 'recipient-notice-sent': {
      const { notice } = event.facts;
      const noticed = { ...permission, notices: [...(permission.notices ?? []), { ...notice, on }] };
      return withNotice(noticed, notice.id, {}, 'recalled');
    }
    case 'recipient-notice-confirmed': {
      const { notice, person } = event.facts;
      return withNotice(permission, notice, { confirmed: { person, on } }, 'recall-confirmed');
    }
    case 'recipient-notice-unanswered':
      return withNotice(permission, event.facts.notice, { silent: on }, 'recall-unanswered');
  }
}

interface KeyOrNotice {
  readonly type: `permission-key-${string}` | `recipient-notice-${string}`;
}
