package gaitd.robot.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A Mosquitto broker of the test's own, in a folder of the test's own. */
final class Mosquitto implements AutoCloseable {
    private static final String PROGRAM = "/usr/sbin/mosquitto";
    private static final long WITHIN_NS = 30_000_000_000L;

    final int port;
    private final Path folder;
    private final List<Process> watchers = new ArrayList<>();
    private Process broker;

    /** A broker that is not started; the test is skipped where there is none. */
    Mosquitto(final Path folder, final String... settings) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(PROGRAM)), "no mosquitto on this machine");
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        final List<String> lines = new ArrayList<>(List.of(
                "listener " + port + " 127.0.0.1",
                "persistence true",
                "persistence_location " + folder + "/",
                "user " + System.getProperty("user.name")));
        lines.addAll(List.of(settings));
        Files.write(folder.resolve("mosquitto.conf"), lines);
    }

    void start() throws Exception {
        broker = run(
                folder.resolve("mosquitto.log"),
                PROGRAM,
                "-c",
                folder.resolve("mosquitto.conf").toString());
        final long end = System.nanoTime() + WITHIN_NS;
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (final IOException e) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("mosquitto.log")));
    }

    /** Ends it in order, as a restart of its service does. */
    void stop() throws Exception {
        broker.destroy();
        if (!broker.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("mosquitto does not end");
        }
    }

    /** Writes what is published under a topic into a file, a line each, over restarts of the broker. */
    void watch(final String topic, final Path file, final String... options) throws IOException {
        final List<String> command = new ArrayList<>(List.of(
                "mosquitto_sub",
                "-V",
                "5",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-t",
                topic,
                "-q",
                "1",
                "-i",
                "watcher",
                "-c",
                "-x",
                "3600"));
        command.addAll(List.of(options));
        watchers.add(run(file, command.toArray(String[]::new)));
    }

    static Process run(final Path output, final String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    @Override
    public void close() {
        watchers.forEach(Process::destroyForcibly);
        if (broker != null) {
            broker.destroyForcibly();
        }
    }
}
