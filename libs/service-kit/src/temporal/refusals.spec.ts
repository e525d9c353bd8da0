import { WorkflowNotFoundError } from '@temporalio/client';
import { NamespaceNotFoundError } from '@temporalio/common';
import { refusalOfTemporal } from './refusals';

describe('a Temporal that has just begun', () => {
  it('is away, whether its namespace is not there yet or a workflow of which it will be told', () => {
    const refused = [new NamespaceNotFoundError('default'), new WorkflowNotFoundError('not found', 'submission/1', undefined)];

    expect(refused.map((error) => refusalOfTemporal(error)?.code)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
    expect(refusalOfTemporal(new Error('of ours'))).toBeNull();
  });
});
