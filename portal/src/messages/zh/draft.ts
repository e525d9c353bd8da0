/** Filling in the registration form. */
export const draft = {
  begin: '新建登记表',
} as const;
