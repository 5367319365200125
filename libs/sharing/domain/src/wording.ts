/** Whether a text that people must give says nothing. */
export const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
