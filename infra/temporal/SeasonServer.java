import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * The time-skipping server, started on the season's day instead of today: SeasonServer PORT INSTANT.
 * Uses the artifact's inner classes, so its version is pinned in pom.xml. Time is locked at first; the driver moves it.
 */
public final class SeasonServer {
  public static void main(String[] args) throws Exception {
    TestServicesStarter services = new TestServicesStarter(true, Instant.parse(args[1]).toEpochMilli());
    NettyServerBuilder builder = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])));
    GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
    Server server = builder.build().start();
    System.out.println("time-skipping server on port " + args[0] + " from " + args[1]);
    server.awaitTermination();
  }
}
