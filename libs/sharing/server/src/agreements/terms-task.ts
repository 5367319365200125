/** Work on terms and permissions stands beside that of the case that they come from, under names that begin like this. */
export const termsTask = 'terms:';
