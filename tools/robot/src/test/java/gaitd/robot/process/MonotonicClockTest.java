package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Ages of commands and frames are told across processes: their clock has to be the same one. */
class MonotonicClockTest {
    @Test
    void twoVirtualMachinesReadTheSameClock() throws Exception {
        final long beforeNs = System.nanoTime();
        final Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClockPrinter.class.getName())
                .start();
        final String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertEquals(0, child.waitFor());
        final long afterNs = System.nanoTime();
        final long childNs = Long.parseLong(told);
        assertTrue(beforeNs < childNs && childNs < afterNs, beforeNs + " < " + childNs + " < " + afterNs);
    }

    /** Tells the time of its process. */
    static final class ClockPrinter {
        private ClockPrinter() {}

        public static void main(final String[] args) {
            System.out.println(System.nanoTime());
        }
    }
}
