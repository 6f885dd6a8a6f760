package gaitd.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegAimTest {
    private static final double STEP_RAD = 0.04;

    private final Config config = new Config.Builder()
            .set(Setting.POLICY_TARGET_SLEW_RAD_S, STEP_RAD * 500, "test")
            .conclude();
    private final double[] action = new double[A1.JOINTS + 1];
    private final LegAim aim = new LegAim(config, JointOrder.ROBOT, FakeCell.POSE);

    private void give(final double rad) {
        Arrays.fill(action, rad);
        action[0] = 99;
        aim.update(action, 1);
    }

    private void assertAims(final double rad) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            assertEquals(FakeCell.POSE[joint] + rad, aim.targetRad[joint], 1e-12, A1.jointName(joint));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void theFirstActionIsAimedAtOnceAndTheNextAtALimitedRate(final double sign) {
        give(0.5);
        assertAims(0.5);
        give(0.5 + sign * 0.999 * STEP_RAD);
        assertAims(0.5 + sign * 0.999 * STEP_RAD);
        give(0.5 + sign * 1.999 * STEP_RAD + sign * 0.001);
        assertAims(0.5 + sign * 1.999 * STEP_RAD);
        give(0.5);
        give(0.5);
        assertAims(0.5);
        aim.reset();
        give(sign);
        assertAims(sign);
    }

    @Test
    void followsTheOrderOfTheActions() {
        final int[] byKind = {0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11};
        final LegAim kinds = new LegAim(config, new JointOrder(byKind), FakeCell.POSE);
        for (int i = 0; i < A1.JOINTS; i++) {
            action[1 + i] = 0.1 * i;
        }
        kinds.update(action, 1);
        for (int i = 0; i < A1.JOINTS; i++) {
            assertEquals(FakeCell.POSE[byKind[i]] + 0.1 * i, kinds.targetRad[byKind[i]], 1e-12);
        }
    }
}
