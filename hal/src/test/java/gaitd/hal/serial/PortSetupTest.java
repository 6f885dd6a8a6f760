package gaitd.hal.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.linux.CLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told about a port, from folders made as udev and the kernel make them. */
class PortSetupTest {
    private static final long TIOCGEXCL = 0x80045440L;

    @TempDir
    Path root;

    private Path usb;
    private Path byPath;
    private Path byId;
    private Path timer;

    @BeforeEach
    void plugIn() throws IOException {
        final Path devices = Files.createDirectories(root.resolve("dev"));
        usb = Files.createFile(devices.resolve("ttyUSB1"));
        Files.createFile(devices.resolve("ttyUSB0"));
        byId = link("serial/by-id/usb-FTDI_Quad_RS232-HS-if01-port0", "ttyUSB1");
        byPath = link("serial/by-path/pci-0000:00:14.0-usb-0:2:1.1-port0", "ttyUSB1");
        link("serial/by-path/pci-0000:00:14.0-usb-0:2:1.0-port0", "ttyUSB0");
        link("serial/by-path/pci-0000:00:14.0-usb-0:3:1.0-port0", "ttyUSB9");
        timer = root.resolve("sys/bus/usb-serial/devices/ttyUSB1/latency_timer");
        Files.createDirectories(timer.getParent());
        Files.writeString(timer, "16\n");
    }

    private Path link(final String name, final String target) throws IOException {
        final Path link = root.resolve("dev").resolve(name);
        Files.createDirectories(link.getParent());
        return Files.createSymbolicLink(link, Path.of("../..").resolve(target));
    }

    @Test
    void stableNamesOfADeviceAndOfItsNames() {
        final StableNames names = new StableNames(root.resolve("dev"));
        assertEquals(List.of(byPath, byId), names.of(usb));
        assertEquals(List.of(byPath, byId), names.of(byId));
        assertEquals(List.of(), names.of(root.resolve("dev/ttyUSB2")));
        assertEquals(List.of(), new StableNames(root).of(usb));
    }

    @Test
    void aNameThatMayChangeIsWarnedAboutAndAStableOneIsNot() {
        final List<String> lines = setup(usb, 4_800_000, 1).warnings(names(), system());
        assertEquals(
                List.of(usb + " may name another adapter after a restart: use " + byPath
                        + ", which stays with the socket"),
                lines);
        assertEquals(List.of(), setup(byPath, 4_800_000, 1).warnings(names(), system()));
        assertEquals(List.of(), setup(byId, 4_800_000, 1).warnings(names(), system()));
    }

    @Test
    void aLatencyTimerIsShortenedWhereThatIsAllowed() throws IOException {
        final LatencyTimer latency = new LatencyTimer(system(), "ttyUSB1");
        assertEquals(16, latency.ms());
        latency.shorten();
        assertEquals(1, latency.ms());
        assertEquals("1\n", Files.readString(timer));
        assertEquals(List.of(), setup(byPath, 4_800_000, latency.ms()).warnings(names(), system()));
    }

    @Test
    void aLatencyTimerThatCannotBeSetIsWarnedAboutWithItsCommand() throws IOException {
        final List<String> lines = setup(byPath, 4_800_000, 16).warnings(names(), system());
        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().endsWith("expected 1 ms; echo 1 | sudo tee " + timer), lines.getFirst());
        Files.delete(timer);
        Files.createDirectory(timer);
        final LatencyTimer none = new LatencyTimer(system(), "ttyUSB1");
        none.shorten();
        assertEquals(LatencyTimer.NONE, none.ms());
        assertEquals(List.of(), setup(byPath, 4_800_000, none.ms()).warnings(names(), system()));
    }

    @Test
    void textSaysWhatIsReallySet() {
        assertEquals(
                byPath + " (" + usb
                        + "): 4784689 baud for 4800000 asked for, -0.32 %, 8N1, low latency set, latency timer 2 ms",
                new PortSetup(byPath.toString(), usb, 4_800_000, 4_784_689, LowLatency.SET, 2).text());
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialDevice near = SerialDevice.open(far.device(), 4_800_000)) {
            assertEquals(
                    far.device() + ": 4800000 baud, 8N1, no low-latency mode",
                    near.setup().text());
            assertEquals(List.of(), near.setup().warnings());
        }
    }

    @Test
    void onlyRealPortsAreMarkedExclusive() {
        try (PseudoTerminal far = PseudoTerminal.open();
                SerialDevice near = SerialDevice.open(far.device(), 4_800_000);
                Arena arena = Arena.ofConfined()) {
            final int descriptor = OpenDescriptors.duplicate(Path.of(far.device()));
            final MemorySegment answer = arena.allocate(ValueLayout.JAVA_INT);
            assertFalse(exclusive(arena, descriptor, answer), near.name());
            Exclusive.set(descriptor);
            assertTrue(exclusive(arena, descriptor, answer));
            TerminalCalls.close(descriptor);
        }
    }

    private static boolean exclusive(final Arena arena, final int descriptor, final MemorySegment answer) {
        assertEquals(0, TerminalCalls.control(arena.allocate(CLibrary.ERROR), descriptor, TIOCGEXCL, answer.address()));
        return answer.get(ValueLayout.JAVA_INT, 0) != 0;
    }

    private PortSetup setup(final Path path, final int baud, final int timerMs) {
        return new PortSetup(path.toString(), usb, 4_800_000, baud, LowLatency.SET, timerMs);
    }

    private StableNames names() {
        return new StableNames(root.resolve("dev"));
    }

    private Path system() {
        return root.resolve("sys");
    }
}
