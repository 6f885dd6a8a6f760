package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.adapt.RequestFile.Request;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.runtime.adapt.LearnerStage;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.shared.Counter;
import gaitd.runtime.shared.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptCommandTest {
    private static final String BASE = "0123456789abcdef".repeat(4);
    private static final long LOOK_NS = 5_000_000;

    @TempDir
    private Path folder;

    private Cli adapt(final String... args) {
        final String[] all = new String[args.length + 3];
        all[0] = "adapt";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--store";
        all[args.length + 2] = folder.toString();
        return Cli.run(all);
    }

    private static Request taken(final RequestFile file) {
        try {
            Request request = file.take();
            while (request == null) {
                LockSupport.parkNanos(LOOK_NS);
                request = file.take();
            }
            return request;
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"start,START", "freeze,FREEZE", "stop,STOP"})
    void asksTheProcessThatAdapts(final String command, final AdaptRequest what) {
        VersionStore.open(folder, BASE).close();
        final CompletableFuture<Request> request = CompletableFuture.supplyAsync(() -> taken(new RequestFile(folder)));
        final Cli cli = adapt(command);
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        assertEquals(new Request(what, 0), request.join());
    }

    @Test
    void saysThatNobodyAdapts() {
        VersionStore.open(folder, BASE).close();
        final Cli cli = adapt("freeze");
        assertEquals(ExitCode.REFUSED, cli.code(), cli::toString);
        assertTrue(cli.err().contains("nothing adapts the policy"), cli.err());
        assertFalse(new RequestFile(folder).isWaiting(), "nobody finds it later");
    }

    @Test
    void refusesVersionsThatAreNotThere() {
        VersionStore.open(folder, BASE).close();
        final Cli cli = adapt("rollback", "7");
        assertEquals(ExitCode.USAGE, cli.code(), cli::toString);
        assertTrue(cli.err().contains("there is no version 7"), cli.err());
        assertEquals(ExitCode.USAGE, adapt("rollback", "0").code(), "it is in force already");
    }

    @ParameterizedTest
    @CsvSource({"history", "freeze", "rollback"})
    void refusesFoldersWithoutVersions(final String command) {
        final Cli cli = adapt(command);
        assertEquals(ExitCode.REFUSED, cli.code(), cli::toString);
        assertEquals(1, cli.err().lines().count(), cli.err());
    }

    @Test
    void statusTellsWhatIsInForceAndThatNoLearnerIsThere() {
        VersionStore.open(folder, BASE).close();
        final Cli cli = adapt("status");
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        assertEquals(
                List.of("in force: the policy as shipped of " + folder, "no learner adapts it in real time"),
                cli.out().lines().toList());
    }

    @Test
    void statusTellsThatControlHasEnded() throws IOException {
        VersionStore.open(folder, BASE).close();
        MeetingFile.write(folder, folder.resolve("gone"));
        final Cli cli = adapt("status");
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        assertTrue(cli.out().contains("control: none publishes anything on " + folder.resolve("gone")), cli.out());
    }

    @Test
    void statusTellsWhatControlAndLearnerAreAt() throws IOException {
        VersionStore.open(folder, BASE).close();
        final Path shared = folder.resolve("shared-memory");
        MeetingFile.write(folder, shared);
        try (SharedFolder control = SharedFolder.create(shared)) {
            final TickFrame frame = new TickFrame();
            frame.put(TickField.ADAPT_VERSION, 3);
            control.counters().set(Counter.LEARNER_TOLD_NS, System.nanoTime());
            control.counters().set(Counter.LEARNER_STAGE, LearnerStage.TRYING.ordinal());
            final CompletableFuture<Cli> status = CompletableFuture.supplyAsync(() -> adapt("status"));
            while (!status.isDone()) {
                control.frames().publish(frame);
                LockSupport.parkNanos(LOOK_NS);
            }
            final Cli cli = status.join();
            assertTrue(cli.out().contains("control: version 3"), cli.out());
            assertTrue(cli.out().contains("learner tries a candidate"), cli.out());
        }
    }
}
