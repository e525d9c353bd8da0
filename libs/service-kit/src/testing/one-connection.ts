import { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver';
import { transactionUnderWay } from '../database/transaction';

type Connecting = (this: MysqlDriver) => Promise<unknown>;

const connects = Reflect.get(MysqlDriver.prototype, 'obtainMasterConnection') as Connecting;

/** In specs a second connection within a transaction is refused: as many acts at once as the pool has connections would wait for one another. */
function one(this: MysqlDriver): Promise<unknown> {
  if (transactionUnderWay() !== undefined) {
    throw new Error('A second connection within a transaction: read through managerOf');
  }
  return connects.call(this);
}

/** The driver is loaded once for all spec files of a worker. */
if (connects.name !== one.name) {
  MysqlDriver.prototype.obtainMasterConnection = one;
}
