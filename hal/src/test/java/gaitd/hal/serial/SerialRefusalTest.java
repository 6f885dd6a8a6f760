package gaitd.hal.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.hal.linux.CLibrary;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every port that cannot be had is refused in one line, which says what is wrong, what was expected and what to do. */
@Timeout(60)
class SerialRefusalTest {
    private static final int BAUD = 4_800_000;
    private static final int NOBODY = 65_534;

    @Test
    void aPortThatIsNotThere() {
        final String told = refusal("/dev/serial/by-path/no-such-adapter");
        assertTrue(told.startsWith("there is no serial port /dev/serial/by-path/no-such-adapter: expected "), told);
        assertTrue(told.contains("gaitd doctor"), told);
    }

    @Test
    void aDirectoryAFileAndADeviceThatIsNoPort(@TempDir final Path folder) throws IOException {
        assertTrue(refusal(folder.toString()).contains("is a directory, no serial port: expected "));
        final Path file = Files.createFile(folder.resolve("ttyUSB0"));
        assertTrue(refusal(file.toString()).contains("is a file, no serial port: expected "));
        assertTrue(refusal("/dev/null").startsWith("/dev/null is no serial port: expected "), refusal("/dev/null"));
    }

    @Test
    void aPathThatIsNone() {
        assertTrue(refusal("").contains("no serial port"), refusal(""));
        assertTrue(refusal("a\0b").contains("no serial port"), refusal("a\0b"));
    }

    /** Also for root, which these tests may be: the lock is a file lock. */
    @Test
    void aPortHeldByAnotherProcessOfOurs() throws IOException, InterruptedException {
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialChild child = SerialChild.start("hold", far.device())) {
            assertEquals(SerialChild.READY, child.line());
            final String told = refusal(far.device());
            assertTrue(told.contains("is in use by java (process " + child.pid() + "): expected "), told);
            child.end();
            child.exitCode();
            SerialDevice.open(far.device(), BAUD).close();
        }
    }

    /** Where the other process cannot be seen, as from within a container: the library's file lock holds, for root too. */
    @Test
    void aPortLockedByAProcessThatIsNotSeen() throws IOException, InterruptedException {
        final List<String> container = List.of("unshare", "--pid", "--fork", "--mount-proc");
        assumeTrue(may(container), "this user may not make namespaces");
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialDevice held = SerialDevice.open(far.device(), BAUD);
                SerialChild child = SerialChild.start(
                        container, List.of(), System.getProperty("java.class.path"), "open", held.name())) {
            final String told = child.line();
            assertTrue(told.startsWith("cannot open the serial port " + far.device() + " ("), told);
            assertTrue(told.contains("expected that no other program has it; end that one (sudo fuser -v "), told);
        }
    }

    private static boolean may(final List<String> command) throws InterruptedException {
        final List<String> all = new ArrayList<>(command);
        all.add("true");
        try {
            return new ProcessBuilder(all).start().waitFor() == 0;
        } catch (final IOException missing) {
            return false;
        }
    }

    @Test
    void aPortHeldByThisProcess() {
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialDevice first = SerialDevice.open(far.device(), BAUD)) {
            final String told = refusal(far.device());
            assertTrue(
                    told.startsWith("the serial port " + far.device() + " is open in this program already: expected "),
                    told);
            assertTrue(first.write(new byte[1], 0, 1));
            assertFalse(first.lost());
        }
    }

    /** As root, with the file rights of nobody; else with a device that nobody may open. */
    @Test
    void aPortWithoutPermission() throws IOException, InterruptedException {
        try (PseudoTerminal far = PseudoTerminal.open()) {
            SerialDevice.open(far.device(), BAUD).close();
            Files.setPosixFilePermissions(Path.of(far.device()), PosixFilePermissions.fromString("---------"));
            final AtomicReference<String> told = new AtomicReference<>();
            final Thread poor = new Thread(() -> {
                actAsNobody();
                told.set(refusal(far.device()));
            });
            poor.start();
            poor.join();
            assertTrue(
                    told.get().contains("(Permission denied): expected permission to read and write it; "), told.get());
            assertTrue(told.get().contains("usermod -aG "), told.get());
        }
    }

    @Test
    void aSpeedIsTakenJustInsideTheToleranceAndNotJustOutside() {
        for (final int sign : new int[] {-1, 1}) {
            assertFalse(SerialDevice.isOff(BAUD + sign * 96_000, BAUD));
            assertTrue(SerialDevice.isOff(BAUD + sign * 96_001, BAUD));
        }
        assertTrue(PortRefusal.wrongSpeed("/dev/ttyUSB0", BAUD, 4_500_000)
                .getMessage()
                .startsWith("the serial port /dev/ttyUSB0 does 4500000 baud when 4800000 are asked for: expected "));
    }

    @Test
    void aSpeedThatIsNone() {
        try (PseudoTerminal far = PseudoTerminal.open()) {
            for (final int baud : new int[] {0, -1, Integer.MIN_VALUE}) {
                final String told = assertThrows(SerialException.class, () -> SerialDevice.open(far.device(), baud))
                        .getMessage();
                assertTrue(told.contains("is no speed: expected "), told);
            }
        }
    }

    private static String refusal(final String path) {
        final String told = assertThrows(SerialException.class, () -> SerialDevice.open(path, BAUD))
                .getMessage();
        assertEquals(1, told.lines().count(), told);
        return told;
    }

    /** The kernel's user of file accesses, of this thread alone. */
    private static void actAsNobody() {
        final MethodHandle call = CLibrary.plain("setfsuid", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        try {
            final int ignored = (int) call.invokeExact(NOBODY);
        } catch (final Throwable e) {
            throw new AssertionError(e);
        }
    }
}
