package gaitd.bench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Just inside and just outside, for every joint and both signs. */
class CommandJudgeTest {
    private static final double TICK_RAD = 30 * 0.002;

    private final CommandJudge judge = new CommandJudge(Config.defaults());
    private final JointCommands commands = new JointCommands();
    private final Sensed seen = new Sensed();

    private void still() {
        Arrays.fill(commands.mode, MotorMode.SERVO);
        for (int j = 0; j < A1.JOINTS; j++) {
            commands.q[j] = middle(j);
            seen.q[j] = middle(j);
        }
        seen.sequence = 1;
        judge.judge(commands, seen);
    }

    private static double middle(final int j) {
        return (A1.positionMinRad(j) + A1.positionMaxRad(j)) / 2;
    }

    private int judged() {
        final int before = judge.beyond();
        judge.judge(commands, seen);
        return judge.beyond() - before;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void countsWhatIsBeyondALimitAndNothingWithin(final int j) {
        still();
        for (final int sign : new int[] {-1, 1}) {
            commands.kp[j] = 1;
            final double end = sign < 0 ? A1.positionMinRad(j) : A1.positionMaxRad(j);
            commands.q[j] = end;
            judge.judge(commands, seen);
            assertEquals(0, judged(), "at the end of its range");
            commands.q[j] = end + sign * 1e-3;
            assertEquals(1, judged(), "beyond its range");
            commands.q[j] = middle(j);
            commands.kp[j] = 0;
            judge.judge(commands, seen);
            commands.kp[j] = 1;
            judge.judge(commands, seen);
            commands.q[j] = middle(j) + sign * TICK_RAD * 0.999;
            assertEquals(0, judged(), "as fast as allowed");
            commands.q[j] -= sign * TICK_RAD * 1.01;
            assertEquals(1, judged(), "too fast");
            commands.kp[j] = 0;
            commands.q[j] = middle(j);
            commands.tau[j] = sign * 33.5;
            assertEquals(0, judged(), "all the torque");
            commands.tau[j] = sign * 33.6;
            assertEquals(1, judged(), "more torque");
            commands.tau[j] = 0;
            commands.kd[j] = 0.5;
            commands.dq[j] = sign * 21;
            assertEquals(0, judged(), "as fast as it can");
            commands.dq[j] = sign * 21.1;
            assertEquals(1, judged(), "faster");
            commands.dq[j] = 0;
            seen.dq[j] = sign * 1000;
            assertEquals(0, judged(), "damping is no drive");
            seen.dq[j] = 0;
            commands.kd[j] = 0;
        }
    }
}
