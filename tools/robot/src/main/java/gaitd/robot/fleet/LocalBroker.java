package gaitd.robot.fleet;

import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A Mosquitto broker of the demonstration's own, on this computer only, that keeps nothing. */
final class LocalBroker implements AutoCloseable {
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/sbin/mosquitto"), Path.of("/usr/local/sbin/mosquitto"));
    private static final int LOOKS = 200;
    private static final long LOOK_NS = 50_000_000;
    private static final int CONNECT_MS = 1000;

    private final int port;
    private final Process process;

    /**
     * Starts one.
     *
     * @param folder for its settings and log
     * @throws Refusal in one line when there is none on this computer, or it does not start
     */
    LocalBroker(final Path folder) {
        final Path program = program();
        try {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            final Path settings = Files.write(
                    folder.resolve("mosquitto.conf"),
                    List.of("listener " + port + " 127.0.0.1", "allow_anonymous true", "persistence false"));
            process = new ProcessBuilder(program.toString(), "-c", settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("mosquitto.log").toFile())
                    .start();
            await(folder);
        } catch (final IOException e) {
            throw new Refusal("mosquitto cannot be started: " + e.getMessage(), e);
        }
    }

    /** Where it is on this computer. */
    static Path program() {
        return PROGRAMS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new Refusal("there is no mosquitto on this computer: apt install mosquitto"));
    }

    private void await(final Path folder) throws IOException {
        for (int i = 0; i < LOOKS && process.isAlive(); i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
                return;
            } catch (final IOException e) {
                LockSupport.parkNanos(LOOK_NS);
            }
        }
        process.destroyForcibly();
        throw new IOException(Files.readString(folder.resolve("mosquitto.log")).strip());
    }

    /** Where it listens. */
    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
