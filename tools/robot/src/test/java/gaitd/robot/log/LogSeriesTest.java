package gaitd.robot.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSeriesTest {
    private final TickFrame frame = new TickFrame();

    @ParameterizedTest
    @CsvSource({"6000, 1, 6000", "6001, 2, 3001", "12001, 4, 3001", "100000, 32, 3125"})
    void aLongRecordingIsThinnedEvenly(final int ticks, final long every, final int points) {
        final LogSeries series = new LogSeries(List.of(TickField.POWER));
        for (int i = 0; i < ticks; i++) {
            frame.putReal(TickField.POWER, 0, i);
            series.add(i * 0.5, frame);
        }
        assertEquals(every, series.every());
        assertEquals(points, series.timeS().length);
        for (int i = 0; i < points; i++) {
            assertEquals((double) (i * every), series.values()[0][i]);
            assertEquals(i * every * 0.5, series.timeS()[i]);
        }
    }

    @Test
    void linesHaveNames() {
        final LogSeries one = new LogSeries(List.of(TickField.TAU));
        assertTrue(one.isEmpty());
        assertEquals("tau", one.name());
        assertEquals("N m", one.unit());
        assertEquals(12, one.names().size());
        assertEquals("FR_hip", one.names().getFirst());
        final LogSeries two = new LogSeries(List.of(TickField.RPY, TickField.COMPUTE_NS));
        assertEquals("rpy-compute_ns", two.name());
        assertEquals("rad; ns", two.unit());
        assertEquals(List.of("rpy x", "rpy y", "rpy z", "compute ns compute ns"), two.names());
    }
}
