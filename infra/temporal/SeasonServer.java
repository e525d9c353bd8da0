import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;

/**
 * The time-skipping server, started on the season's day instead of today: SeasonServer PORT INSTANT.
 * Uses the artifact's inner classes, so its version is pinned in pom.xml. Time is locked at first; the driver moves it.
 *
 * <p>It also says what is running, which the artifact does not: it lists no workflows, and a description keeps silent about a workflow task that is pending.
 * {@code /dengke.Season/Running} answers a line for each: {@code busy ID} where a workflow task or an activity is pending, else {@code waiting ID}; and
 * {@code busy clock} while a timer that is due has not fired.
 */
public final class SeasonServer {
  private static final Set<String> UNDER_WAY = Set.of("INITIATED", "STARTED", "CANCELLATION_REQUESTED");

  private static final MethodDescriptor.Marshaller<byte[]> BYTES =
      new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
          return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
          try {
            return stream.readAllBytes();
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        }
      };

  public static void main(String[] args) throws Exception {
    TestServicesStarter services = new TestServicesStarter(true, Instant.parse(args[1]).toEpochMilli());
    NettyServerBuilder builder = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])));
    GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
    builder.addService(running(services));
    Server server = builder.build().start();
    System.out.println("time-skipping server on port " + args[0] + " from " + args[1]);
    server.awaitTermination();
  }

  private static ServerServiceDefinition running(TestServicesStarter services) {
    MethodDescriptor<byte[], byte[]> method =
        MethodDescriptor.<byte[], byte[]>newBuilder(BYTES, BYTES)
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName("dengke.Season/Running")
            .build();
    return ServerServiceDefinition.builder("dengke.Season")
        .addMethod(
            method,
            ServerCalls.asyncUnaryCall(
                (request, answer) -> {
                  try {
                    answer.onNext(String.join("\n", lines(services)).getBytes(StandardCharsets.UTF_8));
                    answer.onCompleted();
                  } catch (ReflectiveOperationException unknown) {
                    answer.onError(unknown);
                  }
                }))
        .build();
  }

  private static List<String> lines(TestServicesStarter services) throws ReflectiveOperationException {
    List<String> lines = new ArrayList<>();
    if (isTimerDue(of(services, "selfAdvancingTimer"))) {
      lines.add("busy clock");
    }
    Object service = services.getWorkflowService();
    for (Map.Entry<?, ?> one : entries(service)) {
      Object state = one.getValue();
      Lock lock = of(state, "lock");
      lock.lock();
      try {
        if (!isOver(state)) {
          lines.add((isBusy(state) ? "busy " : "waiting ") + call(one.getKey(), "getWorkflowId"));
        }
      } finally {
        lock.unlock();
      }
    }
    return lines;
  }

  private static List<Map.Entry<?, ?>> entries(Object service) throws ReflectiveOperationException {
    Lock lock = of(service, "lock");
    lock.lock();
    try {
      Map<?, ?> byId = of(service, "executionsByWorkflowId");
      return new ArrayList<>(byId.entrySet());
    } finally {
      lock.unlock();
    }
  }

  private static boolean isOver(Object state) throws ReflectiveOperationException {
    return (boolean) call(state, "isTerminalState");
  }

  private static boolean isBusy(Object state) throws ReflectiveOperationException {
    Map<?, ?> activities = of(state, "activities");
    Collection<Object> machines = new ArrayList<>(activities.values());
    machines.add(of(state, "workflowTaskStateMachine"));
    for (Object machine : machines) {
      if (UNDER_WAY.contains(String.valueOf(call(machine, "getState")))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTimerDue(Object timer) throws ReflectiveOperationException {
    Lock lock = of(timer, "lock");
    lock.lock();
    try {
      Queue<?> tasks = of(timer, "tasks");
      LongSupplier clock = of(timer, "clock");
      Object first = tasks.peek();
      return first != null && (long) call(first, "getExecutionTime") <= clock.getAsLong();
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T of(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return (T) field.get(owner);
  }

  private static Object call(Object owner, String name) throws ReflectiveOperationException {
    Method method = owner.getClass().getDeclaredMethod(name);
    method.setAccessible(true);
    return method.invoke(owner);
  }
}
