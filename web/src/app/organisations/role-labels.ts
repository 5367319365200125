import { roleLabels as labels, type Role } from '#kernel';
import { textTable } from '#ui';

/** Roles in an organisation, as people read them. */
export const roleLabels = textTable<Readonly<Record<Role, string>>>(labels);
