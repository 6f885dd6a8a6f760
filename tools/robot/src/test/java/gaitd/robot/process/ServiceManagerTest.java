package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.ProcessSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Notifications of the control process to a service manager. */
@EnabledOnOs(OS.LINUX)
@Tag("slow")
class ServiceManagerTest {
    private static final long WITHIN_NS = 60_000_000_000L;

    @TempDir
    Path folder;

    private ChildJvm control(final Path socket, final String... more) throws Exception {
        final List<String> args = new ArrayList<>(List.of(
                "control",
                "--robot",
                "udp://127.0.0.1:9",
                "--shared",
                folder.resolve("shared").toString()));
        args.addAll(List.of(more));
        final Map<String, String> environment = Map.of("NOTIFY_SOCKET", socket.toString(), "WATCHDOG_USEC", "300000");
        return ChildJvm.in(folder, environment, args.toArray(String[]::new));
    }

    /** The next message, which is not a further feed. */
    private static String next(final NotifyInbox inbox, final boolean feedsToo) throws Throwable {
        final long endNs = System.nanoTime() + WITHIN_NS;
        String text = inbox.next();
        while (System.nanoTime() < endNs && (text == null || (!feedsToo && text.equals("WATCHDOG=1")))) {
            Pauses.brief();
            text = inbox.next();
        }
        return text;
    }

    @Test
    void isReadyFirstThenFeedsAsLongAsItTicksAndSaysThatItStops() throws Throwable {
        final Path socket = folder.resolve("notify");
        try (NotifyInbox inbox = new NotifyInbox(socket);
                ChildJvm control = control(socket)) {
            assertEquals("READY=1", next(inbox, true), control.output());
            assertEquals("STATUS=silent until an operator connects", next(inbox, false), control.output());
            for (int feed = 0; feed < 5; feed++) {
                assertEquals("WATCHDOG=1", next(inbox, true), control.output());
            }
            control.signal(ProcessSignal.STOP);
            while (inbox.next() != null) {
                Pauses.brief();
            }
            assertNull(inbox.next());
            control.signal(ProcessSignal.CONT);
            assertNotNull(next(inbox, true), control.output());
            control.signal(ProcessSignal.TERM);
            assertEquals("STOPPING=1", next(inbox, false), control.output());
            assertEquals(ExitCode.OK, control.exitCode(), control.output());
        }
    }

    @Test
    void isNeverReadyWhenStrictAndRefused() throws Throwable {
        final Path socket = folder.resolve("notify");
        final Path config = Files.writeString(folder.resolve("rt.toml"), "rt.cpu = 1000\n");
        try (NotifyInbox inbox = new NotifyInbox(socket);
                ChildJvm control = control(socket, "--strict-rt", "--config", config.toString())) {
            assertEquals(ExitCode.REFUSED, control.exitCode(), control.output());
            assertTrue(control.output().contains("--strict-rt"), control.output());
            assertNull(inbox.next());
        }
    }
}
