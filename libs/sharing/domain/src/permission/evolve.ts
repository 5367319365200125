import type { PermissionEvent } from './events.ts';
import type { Delivery, Permission } from './permission.ts';

const changed = (permission: Permission, id: string, change: (delivery: Delivery) => Delivery): Permission => ({
  ...permission,
  deliveries: permission.deliveries.map((delivery) => (delivery.id === id ? change(delivery) : delivery)),
});

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
      const others = permission.deliveries.filter((one) => one.id !== id);
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
    case 'delivery-downloaded':
      return changed(permission, event.facts.delivery, (one) => ({
        ...one,
        state: 'acknowledged',
        downloads: one.downloads + 1,
      }));
  }
}
