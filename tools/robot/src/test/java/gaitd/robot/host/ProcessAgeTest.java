package gaitd.robot.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {
    @Test
    void countsFromTheStartOfTheProcess() {
        final String stat =
                "77 (a (b) c) S 1 77 77 0 -1 4194560 10 0 0 0 5 6 0 0 20 0 1 0 12345 1000 200 18446744073709551615";
        assertEquals(200.5 - 123.45, ProcessAge.seconds(stat, "200.50 300.00\n"), 1e-9);
    }

    /** The JVM counts a little later than the process. Java's moment of the start could be up to a second too early. */
    @Test
    void agreesWithTheJvm() {
        final double jvm = ManagementFactory.getRuntimeMXBean().getUptime() * 1e-3;
        final double age = ProcessAge.seconds();
        assertTrue(age > jvm - 0.03 && age < jvm + 5, age + " s, the JVM " + jvm + " s");
    }
}
