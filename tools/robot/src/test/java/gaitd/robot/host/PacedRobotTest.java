package gaitd.robot.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedRobotTest {
    private final List<Double> dampings = new ArrayList<>();
    private final PortCounters counters = new PortCounters();
    private boolean answers;
    private long nowNs = 5_000_000_000L;

    private final RobotPort port = new RobotPort() {
        @Override
        public boolean receive(final Sensed out, final long atNs) {
            out.sequence += answers ? 1 : 0;
            out.receivedAtNs = answers ? atNs : out.receivedAtNs;
            return answers;
        }

        @Override
        public boolean send(final JointCommands commands) {
            counters.sent++;
            nowNs += 2_000_000;
            return dampings.add(commands.kd[3]);
        }

        @Override
        public PortCounters counters() {
            return counters;
        }

        @Override
        public void close() {
            // nothing to close
        }
    };

    private final PacedRobot robot = new PacedRobot(port, new Config.Builder().conclude(), () -> nowNs);

    @Test
    void aRobotThatWasSentNothingIsNotSilentAndIsLeftAlone() {
        nowNs += 60_000_000_000L;
        assertEquals(0, robot.silentS());
        robot.close();
        assertTrue(dampings.isEmpty());
    }

    @Test
    void silenceCountsFromTheFirstCommandAndThenFromTheLastState() {
        nowNs += 60_000_000_000L;
        for (int i = 0; i < 500; i++) {
            robot.cycle();
        }
        assertEquals(1.0, robot.silentS(), 1e-9);
        answers = true;
        assertTrue(robot.cycle());
        assertEquals(0, robot.silentS(), 1e-9);
        answers = false;
        for (int i = 0; i < 100; i++) {
            robot.cycle();
        }
        assertEquals(0.2, robot.silentS(), 1e-9);
    }

    @Test
    void leavesTheRobotDamped() {
        robot.commands.kd[3] = 0.5;
        robot.cycle();
        robot.close();
        assertEquals(0.5, dampings.getFirst());
        assertEquals(LastCommands.COUNT, dampings.size() - 1);
        assertEquals(4, dampings.getLast());
    }
}
