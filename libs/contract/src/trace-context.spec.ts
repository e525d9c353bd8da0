import { traceContextOf, traceparentOf } from './trace-context';

const context = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };

describe('a traceparent', () => {
  it('says of which trace and span something is a part', () => {
    expect(traceContextOf(traceparentOf(context))).toEqual(context);
  });

  it.each([
    ['nothing', undefined],
    ['what is no text', ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01']],
    ['another version', '01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
    ['capitals', '00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01'],
    ['no trace', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
    ['no span', `00-0af7651916cd43dd8448eb211c80319c-${'0'.repeat(16)}-01`],
    ['something behind it', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n张三'],
  ])('is not taken from %s', (_, text) => {
    expect(traceContextOf(text)).toBeUndefined();
  });
});
