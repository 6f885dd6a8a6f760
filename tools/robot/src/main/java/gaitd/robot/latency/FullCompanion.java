package gaitd.robot.latency;

import gaitd.robot.host.ScratchFolder;
import gaitd.runtime.config.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A companion that does all it can: records, publishes to a broker of its own where Mosquitto is installed, shows its page, serves Foxglove
 * and metrics; and a program that reads each as fast as it comes.
 */
final class FullCompanion implements AutoCloseable {
    private static final String OUTPUT = "full-companion.txt";
    private static final Path BROKER = Path.of("/usr/sbin/mosquitto");
    private static final Pattern PAGE = Pattern.compile("see it at (http://\\S+)");
    private static final Pattern FOXGLOVE = Pattern.compile("Foxglove connects to (ws://\\S+)");
    private static final Pattern METRICS = Pattern.compile("Prometheus fetches (http://\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+(?:\\{[^}]*})?) (\\S+)");
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_MS = 50;

    private final BenchProcesses processes;
    private final ScratchFolder records;
    private final boolean broker;
    private final Process process;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LongAdder pageBytes = new LongAdder();
    private final LongAdder foxgloveMessages = new LongAdder();
    private final WebSocket foxglove;
    private final URI metrics;

    private FullCompanion(final BenchProcesses processes, final Path shared, final int recordMb)
            throws IOException, InterruptedException {
        this.processes = processes;
        records = ScratchFolder.create("gaitd-records");
        final List<String> arguments = new ArrayList<>(List.of(
                "companion",
                "--shared",
                shared.toString(),
                "--record",
                records.path().toString(),
                "--record-mb",
                "64",
                "--record-total-mb",
                Integer.toString(recordMb),
                "--foxglove",
                "0",
                "--metrics",
                "0"));
        broker = Files.isExecutable(BROKER);
        if (broker) {
            arguments.addAll(List.of("--mqtt", startBroker().toString()));
        }
        process = processes.start(OUTPUT, Jvms.ordinary(Jvms.PROGRAM, arguments.toArray(String[]::new)));
        final URI page = said(PAGE);
        foxglove = subscribe(said(FOXGLOVE));
        metrics = said(METRICS);
        Thread.ofVirtual().name("page").start(() -> read(page.resolve("/events")));
    }

    /**
     * Starts one, ready for a control process.
     *
     * @param processes of the measurement
     * @param shared the shared folder; need not be there yet
     * @param recordMb most that recordings may take together, MB
     * @return one that is read
     * @throws Refusal when it does not start
     */
    static FullCompanion start(final BenchProcesses processes, final Path shared, final int recordMb)
            throws IOException, InterruptedException {
        return new FullCompanion(processes, shared, recordMb);
    }

    private Path startBroker() throws IOException {
        final int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        final Path settings = processes.file("mosquitto.conf");
        Files.writeString(settings, "listener " + port + " 127.0.0.1\nallow_anonymous true\n");
        processes.start("mosquitto.txt", List.of(BROKER.toString(), "-c", settings.toString()));
        return Files.writeString(
                processes.file("mqtt.toml"), """
                [broker]
                url = "tcp://127.0.0.1:%d"
                [robot]
                serial = "bench"
                [publish]
                telemetry_hz = 10
                buffer = "%s"
                buffer_mib = 4
                [commands]
                """.formatted(port, records.path().resolve("mqtt")));
    }

    private URI said(final Pattern pattern) throws IOException, InterruptedException {
        final long endNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < endNs && process.isAlive()) {
            final Matcher said = pattern.matcher(processes.output(OUTPUT));
            if (said.find()) {
                return URI.create(said.group(1));
            }
            Thread.sleep(LOOK_MS);
        }
        throw new Refusal(
                "the companion did not start: " + processes.output(OUTPUT).strip());
    }

    private WebSocket subscribe(final URI address) {
        final WebSocket socket = http.newWebSocketBuilder()
                .subprotocols("foxglove.sdk.v1")
                .buildAsync(address, new Counting())
                .join();
        socket.sendText(
                        "{\"op\":\"subscribe\",\"subscriptions\":[{\"id\":1,\"channelId\":1},{\"id\":2,\"channelId\":2},"
                                + "{\"id\":3,\"channelId\":3},{\"id\":4,\"channelId\":4}]}",
                        true)
                .join();
        return socket;
    }

    private final class Counting implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onBinary(final WebSocket from, final ByteBuffer part, final boolean last) {
            if (last) {
                foxgloveMessages.increment();
            }
            from.request(1);
            return null;
        }
    }

    /** Reads the page's events until the companion ends. */
    private void read(final URI events) {
        final byte[] buffer = new byte[1 << 14];
        try (InputStream in = http.send(
                        HttpRequest.newBuilder(events).build(), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                pageBytes.add(count);
            }
        } catch (final IOException e) {
            // the companion has ended
            return;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a broker is there. */
    boolean hasBroker() {
        return broker;
    }

    /** Its process. */
    Process process() {
        return process;
    }

    /** Bytes of the page's events read so far. */
    long pageBytes() {
        return pageBytes.sum();
    }

    /** Messages that Foxglove's client got so far, times included. */
    long foxgloveMessages() {
        return foxgloveMessages.sum();
    }

    /** Fetches its metrics: values by name and labels. */
    Map<String, Double> metrics() throws IOException, InterruptedException {
        final Map<String, Double> values = new HashMap<>();
        final HttpResponse<InputStream> answer =
                http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                final Matcher sample = SAMPLE.matcher(line);
                if (sample.matches()) {
                    values.put(sample.group(1), Double.valueOf(sample.group(2)));
                }
            }
        }
        return values;
    }

    /** Ends it as its service does. */
    String end() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor();
        return processes.output(OUTPUT);
    }

    @Override
    public void close() {
        foxglove.abort();
        http.shutdownNow();
        BenchProcesses.end(process);
        records.close();
    }
}
