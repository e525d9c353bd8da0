/** Who does what in Temporal: workflow code on `registration`, activities on the queue of the service that owns the data. */
export const taskQueues = {
  workflows: 'registration',
  accounts: 'accounts',
  achievements: 'achievements',
  notifications: 'notifications',
} as const;
