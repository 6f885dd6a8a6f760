package gaitd.robot.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.serial.PseudoTerminal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class MotorBusCheckTest {
    @TempDir
    private Path root;

    private Finding found(final List<String> ports, final double rateHz) {
        final Machine machine = new FakeMachine(root).machine();
        final Checkup checkup = new Checkup(machine, null, -1);
        final int before = checkup.findings().size();
        checkup.addBuses(machine, ports, rateHz);
        assertEquals(before + Math.max(1, ports.size()), checkup.findings().size());
        return checkup.findings().getLast();
    }

    @Test
    void computesWhatTheWireAllows() {
        final Finding finding = found(List.of(), 500);
        assertEquals("motor bus", finding.name());
        assertEquals(CheckVerdict.OK, finding.verdict());
        assertEquals(
                "three motors take 700 us on a wire of 4800000 baud, at most 1429 rounds/s; 500 Hz leave 433 us for each"
                        + " turn-around",
                finding.is());
    }

    @Test
    void aControlRateIsTakenAsLongAsTheWireLeavesTime() {
        assertEquals(CheckVerdict.OK, found(List.of(), 1428).verdict());
        final Finding tooFast = found(List.of(), 1429);
        assertEquals(CheckVerdict.FAIL, tooFast.verdict());
        assertTrue(tooFast.fix().contains("loop.rate_hz below 1428"), tooFast::toString);
    }

    @Test
    void saysWhatAPortReallyDoes() {
        try (PseudoTerminal far = PseudoTerminal.open()) {
            final Finding finding = found(List.of(far.device()), 1000);
            assertEquals(CheckVerdict.OK, finding.verdict());
            assertTrue(
                    finding.is()
                            .startsWith(far.device()
                                    + ": 4800000 baud, 8N1, no low-latency mode; three motors take 700 us"),
                    finding::toString);
            assertTrue(finding.is().endsWith("1000 Hz leave 100 us for each turn-around"), finding::toString);
            assertEquals(finding, found(List.of(far.device()), 1000));
        }
    }

    @Test
    void aPortThatIsNoneIsAFinding() {
        final Finding finding = found(List.of("/dev/null"), 500);
        assertEquals(CheckVerdict.FAIL, finding.verdict());
        assertTrue(finding.is().startsWith("unknown: /dev/null is no serial port: expected "), finding::toString);
        assertTrue(!finding.fix().isBlank() && !finding.should().isBlank());
    }
}
