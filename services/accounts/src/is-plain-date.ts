import { isPlainDate } from '@dengke/calendar';
import { ValidateBy } from 'class-validator';

/** A real day, YYYY-MM-DD. */
export const IsPlainDate = (): PropertyDecorator =>
  ValidateBy({ name: 'isPlainDate', validator: { validate: (value) => typeof value === 'string' && isPlainDate(value) } });
