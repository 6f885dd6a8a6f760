package gaitd.sim.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultyLineTest {
    private static final int SIZE = 8;

    /** A fault that is asked for while the line runs, as by the control port of a simulator, finds no datagram from before. */
    @ParameterizedTest
    @CsvSource({"state.stuck, 1, 1", "command.stuck, 1, 1", "state.looped:100, 1, 1", "state.delayed:1, 1, 2"})
    void aReplayBeginsWithTheFirstDatagramWhereThereIsNoneBefore(
            final String name, final long first, final long second) {
        final InjectedFault fault = FaultGrammar.parse(name, 5, Double.POSITIVE_INFINITY);
        final FaultyLine line = new FaultyLine(List.of(fault), SIZE);
        line.begin(1);
        assertEquals(first, passed(line, 1, 5));
        assertEquals(second, passed(line, 2, 5.002));
        assertEquals(second == 1 ? 1 : 3, passed(line, 3, 5.004));
    }

    /** What comes out 1 ms after a datagram of one number went in. */
    private static long passed(final FaultyLine line, final long number, final double timeS) {
        final ByteBuffer datagram = ByteBuffer.allocate(SIZE).putLong(0, number);
        line.put(datagram, timeS);
        final ByteBuffer out = ByteBuffer.allocate(SIZE);
        assertTrue(line.take(out, timeS + 1e-3));
        return out.getLong(0);
    }
}
