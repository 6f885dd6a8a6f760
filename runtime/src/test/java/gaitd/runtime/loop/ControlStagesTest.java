package gaitd.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gaitd.hal.A1;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ControlStagesTest {
    private final Config config = Config.defaults();
    private final ControlStages stages = new ControlStages(config, new WalkingPolicy[0], () -> 0);
    private final FakeRobot robot = new FakeRobot();
    private final ControlLoop loop = new ControlLoop(stages, robot, CommandSource.NOBODY, FrameSink.NONE);
    private final TickTiming timing = new TickTiming(() -> 0);

    private double[] ticks(final int count) {
        final double[] all = new double[count * A1.JOINTS];
        for (int i = 0; i < count; i++) {
            timing.startedNs += config.periodNs();
            loop.tick(timing);
            System.arraycopy(stages.commands.q, 0, all, i * A1.JOINTS, A1.JOINTS);
        }
        return all;
    }

    @Test
    void aRobotBeginsPassive() {
        assertEquals(Mode.PASSIVE, stages.mode());
        ticks(10);
        assertEquals(Mode.PASSIVE, stages.mode());
        assertEquals(config.get(Setting.DAMPING_KD), stages.commands.kd[0]);
        assertEquals(0, stages.commands.kp[0]);
    }

    @Test
    void beginningForgetsEverything() {
        stages.operator.vx = 0.3;
        stages.begin(Mode.WALK);
        final double[] first = ticks(300);
        assertEquals(Mode.WALK, stages.mode());
        assertEquals(0.3, stages.velocity().vx(), 1e-12);

        robot.says.q[3] = Double.NaN;
        Arrays.fill(stages.policy.offsetRad, 0.1);
        ticks(3);
        assertEquals(Fault.STATE_NOT_FINITE, stages.fault());
        robot.says.q[3] = 0;
        ticks(3);
        assertEquals(Mode.FAULT, stages.mode());

        stages.begin(Mode.WALK);
        assertEquals(Fault.NONE, stages.fault());
        assertEquals(0, stages.velocity().vx());
        assertEquals(0, stages.sensed.sequence);
        assertEquals(0, stages.estimate.position[2]);
        assertArrayEquals(first, ticks(300));
    }

    @Test
    void theGuardsWatchARobotThatBeganWalking() {
        stages.begin(Mode.WALK);
        ticks(5);
        assertNotEquals(0, stages.commands.kp[0]);
        robot.says.dq[2] = 29;
        ticks(1);
        assertEquals(Fault.JOINT_SPEED, stages.fault());
        assertEquals(0, stages.commands.kp[0]);
    }
}
