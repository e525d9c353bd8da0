import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { defaultPorts, fixedPorts, freePorts, onFreePorts, portNames, portVariable, requireFreePorts } from './ports';

describe('ports', () => {
  it('are the documented ones unless the environment says otherwise', () => {
    expect(fixedPorts({})).toEqual(defaultPorts);
    expect(fixedPorts({ DENGKE_PORT_TEMPORAL_UI: '9001' })).toEqual({ ...defaultPorts, temporalUi: 9001 });
  });

  it.each(['0', '65536', 'eighty', '80.5'])('%s is no port', (value) => {
    expect(() => fixedPorts({ DENGKE_PORT_GATEWAY: value })).toThrow('DENGKE_PORT_GATEWAY');
  });

  it('names a taken port, what wanted it and the variable that moves it', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    try {
      const ports = { ...(await freePorts()), notifications: port };

      await expect(requireFreePorts(ports, portNames)).rejects.toThrow(
        `Port ${port} is taken; notifications wanted it. Choose another with DENGKE_PORT_NOTIFICATIONS=<port>.`,
      );
      await expect(requireFreePorts(ports, ['gateway'])).resolves.toBeUndefined();
    } finally {
      squatter.close();
    }
  });

  it('refuses one port for two parts', async () => {
    const ports = await freePorts();

    await expect(requireFreePorts({ ...ports, mail: ports.smtp }, ['mail', 'smtp'])).rejects.toThrow(portVariable('mail'));
  });

  it('when free are all different', async () => {
    const ports = Object.values(await freePorts());

    expect(new Set(ports).size).toBe(portNames.length);
  });

  describe('that are taken between the look and the use', () => {
    const lines: string[] = [];
    const startsAt = (draw: number, message: string) => {
      const drawn: number[] = [];
      const start = async ({ gateway }: { gateway: number }): Promise<number> => {
        drawn.push(gateway);
        if (drawn.length < draw) {
          throw new Error(message);
        }
        return gateway;
      };
      return { drawn, started: onFreePorts(start, (line) => lines.push(line)) };
    };

    it.each([
      'accounts did not become ready; the end of accounts.log:\nError: listen EADDRINUSE: address already in use 127.0.0.1:17001',
      "mariadb did not become ready; the end of mariadb.log:\nCan't start server: Bind on TCP/IP port. Got error: 98: Address already in use",
      'temporal did not become ready; the end of temporal.log:\nlisten tcp 127.0.0.1:17002: bind: address already in use',
      'Port 17003 is taken; mail wanted it. Choose another with DENGKE_PORT_MAIL=<port>.',
    ])('are drawn again: %s', async (message) => {
      const { drawn, started } = startsAt(3, message);

      expect(await started).toBe(drawn[2]);
      expect(new Set(drawn).size).toBe(3);
    });

    it('are not drawn without end, nor for another reason', async () => {
      const always = startsAt(9, 'listen EADDRINUSE');
      await expect(always.started).rejects.toThrow('EADDRINUSE');
      expect(always.drawn).toHaveLength(3);
      const other = startsAt(2, 'DENGKE_DATABASE_URL is missing');
      await expect(other.started).rejects.toThrow('is missing');
      expect(other.drawn).toHaveLength(1);
    });
  });
});
