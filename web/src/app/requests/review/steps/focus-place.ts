import { idOf } from '../../../catalogue/edit-page/form-faults.ts';

/** Leads to the field that a message is about, or to the nearest part of the form that holds it. */
export function focusPlace(path: string): void {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const element = document.getElementById(idOf(parts.slice(0, length).join('.')));
    if (element) return focusOn(element);
  }
}

/** Opens whatever an element is folded into, and leads there. */
export function focusOn(element: HTMLElement): void {
  for (let around = element.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
    around.open = true;
  element.focus();
  element.scrollIntoView({ block: 'nearest' });
}
