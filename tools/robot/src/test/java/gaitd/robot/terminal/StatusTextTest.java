package gaitd.robot.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.telemetry.TickStatistics;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    private final TickFrame frame = new TickFrame();

    private String line() {
        return StatusText.line(frame, new TickStatistics(), "");
    }

    @Test
    void beforeTheFirstStateNothingIsSaidOfTheRobot() {
        assertEquals("PASSIVE  no state of the robot yet, late 0/0 us, tick 0/0 us, missed 0", line());
        frame.put(TickField.STATES_ACCEPTED, 1);
        frame.putReal(TickField.POSITION, 2, 0.27);
        assertTrue(
                line().contains(" vx +0.00/+0.00 vy +0.00/+0.00 yaw +0.00/+0.00, tilt 0.0 deg, 0.270 m, 0 W, late "),
                line());
    }
}
