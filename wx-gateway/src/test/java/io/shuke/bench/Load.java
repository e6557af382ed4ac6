package io.shuke.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** A bounded number of requests over a bounded number of connections, each waiting for its answer. */
final class Load implements AutoCloseable {

    /**
     * @param cpuMicros of this process for one request, load generator included
     * @param allCpuMicros of this process and of the database and Redis it started: what a busy machine runs out of
     */
    record Result(
            double perSecond,
            double p50Millis,
            double p99Millis,
            double cpuMicros,
            double allCpuMicros,
            Map<Integer, Long> unexpected) {}

    record Request(String method, String path, String header, String value, byte[] body, int expected) {

        Request expecting(int status) {
            return new Request(method, path, header, value, body, status);
        }
    }

    private final ConnectionProvider pool;
    private final HttpClient client;
    private final int connections;

    Load(int port, int connections) {
        this.connections = connections;
        this.pool = ConnectionProvider.builder("load")
                .maxConnections(connections)
                .pendingAcquireMaxCount(-1)
                .build();
        this.client = HttpClient.create(pool).host("127.0.0.1").port(port);
    }

    @Override
    public void close() {
        pool.dispose();
    }

    Result run(int requests, IntFunction<Request> request) {
        var taken = new long[requests];
        var unexpected = new ConcurrentHashMap<Integer, Long>();
        var next = new AtomicInteger();
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var cpu = os.getProcessCpuTime();
        var servers = serversCpu();
        var start = System.nanoTime();
        Flux.range(0, connections)
                .flatMap(
                        connection -> Mono.defer(() -> one(next, request, taken, unexpected))
                                .repeat(() -> next.get() < requests)
                                .then(),
                        connections)
                .blockLast(Duration.ofMinutes(5));
        var seconds = (System.nanoTime() - start) / 1e9;
        var used = os.getProcessCpuTime() - cpu;
        var usedByServers = serversCpu() - servers;
        Arrays.sort(taken);
        return new Result(
                requests / seconds,
                taken[requests / 2] / 1e6,
                taken[(int) (requests * 0.99)] / 1e6,
                used / 1e3 / requests,
                (used + usedByServers) / 1e3 / requests,
                unexpected);
    }

    /** In nanoseconds; 0 when the servers are somebody else's. */
    private static long serversCpu() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(server -> server.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private Mono<Void> one(
            AtomicInteger next, IntFunction<Request> request, long[] taken, Map<Integer, Long> unexpected) {
        var number = next.getAndIncrement();
        if (number >= taken.length) {
            return Mono.empty();
        }
        var one = request.apply(number);
        var start = System.nanoTime();
        return client.headers(headers -> headers.set(one.header(), one.value()).set("Content-Type", "application/json"))
                .request(io.netty.handler.codec.http.HttpMethod.valueOf(one.method()))
                .uri(one.path())
                .send(ByteBufFlux.fromInbound(Mono.just(one.body())))
                .responseSingle((response, content) -> content.asByteArray()
                        .defaultIfEmpty(new byte[0])
                        .map(body -> response.status().code()))
                .doOnNext(status -> {
                    taken[number] = System.nanoTime() - start;
                    if (status != one.expected()) {
                        unexpected.merge(status, 1L, Long::sum);
                    }
                })
                .then();
    }
}
