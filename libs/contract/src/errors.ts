export const hello = 'x' as const;
