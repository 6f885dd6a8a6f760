package gaitd.bench.faults;

import gaitd.policies.learn.RandomStream;
import gaitd.robot.latency.BenchProcesses;
import gaitd.robot.latency.Jvms;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A control process and a companion, each a process of its own as on a robot. Used by one thread. */
final class LiveProcesses implements AutoCloseable {
    private static final String CONTROL = "control";
    private static final String COMPANION = "companion";
    private static final String READY = "passive until commanded";
    private static final String SEEN = "see it at";
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_MS = 5;

    private final BenchProcesses processes = new BenchProcesses();
    private final Path shared;
    private final Process control;
    private final Process companion;

    /**
     * Starts them; they are ready when this returns.
     *
     * @param robot address of the robot, {@code udp://HOST:PORT}
     * @param settings of the control process, TOML
     */
    LiveProcesses(final String robot, final String settings) throws IOException, InterruptedException {
        shared = processes.file("shared");
        final Path config = Files.writeString(processes.file("control.toml"), settings);
        control = processes.start(
                CONTROL,
                Jvms.realTime(
                        false,
                        Jvms.CONTROL,
                        CONTROL,
                        "--robot",
                        robot,
                        "--shared",
                        shared.toString(),
                        "--config",
                        config.toString()));
        try {
            await(control, CONTROL, READY);
            companion =
                    processes.start(COMPANION, Jvms.ordinary(Jvms.PROGRAM, COMPANION, "--shared", shared.toString()));
            await(companion, COMPANION, SEEN);
        } catch (final IOException | InterruptedException | Refusal e) {
            processes.close();
            throw e;
        }
    }

    private void await(final Process process, final String name, final String text)
            throws IOException, InterruptedException {
        final long endNs = System.nanoTime() + PATIENCE_NS;
        while (!processes.output(name).contains(text)) {
            if (!process.isAlive() || System.nanoTime() > endNs) {
                throw new Refusal("the process " + name + " did not start: "
                        + processes.output(name).strip());
            }
            Thread.sleep(LOOK_MS);
        }
    }

    Process control() {
        return control;
    }

    Process companion() {
        return companion;
    }

    /** The shared folder. */
    Path shared() {
        return shared;
    }

    /** Sends a signal. */
    void signal(final Process process, final String name) throws IOException, InterruptedException {
        final int code = new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid())))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill -" + name + " ended with " + code);
        }
    }

    /** Fills a file of the shared folder with random bytes, its length kept. */
    void fill(final String name) throws IOException {
        final RandomStream random = new RandomStream(1);
        try (FileChannel file = FileChannel.open(shared.resolve(name), StandardOpenOption.WRITE)) {
            final ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
            while (bytes.remaining() >= Long.BYTES) {
                bytes.putLong(random.nextLong());
            }
            file.write(bytes.clear(), 0);
        }
    }

    @Override
    public void close() {
        processes.close();
    }
}
