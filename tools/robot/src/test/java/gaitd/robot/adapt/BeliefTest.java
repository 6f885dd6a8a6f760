package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import gaitd.sim.identify.Estimate;
import gaitd.sim.identify.Identified;
import gaitd.sim.identify.Identifier;
import gaitd.sim.vary.Variation;
import org.junit.jupiter.api.Test;

/** Robots drawn from a belief are anywhere in its intervals, each joint by itself, and nowhere else. */
class BeliefTest {
    private static final int ROBOTS = 200;

    private final Identified finding = new Identifier(0.002).finding();
    private final Belief belief = Belief.of(finding, Config.defaults());

    private void drawnFrom(final RangeSetting which, final String name) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final Estimate found = finding.get(name + "." + A1.jointName(joint));
            final double low = Math.clamp(found.low(), which.min, which.max);
            final double high = Math.clamp(found.high(), which.min, which.max);
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int robot = 0; robot < ROBOTS; robot++) {
                final Variation drawn = new Variation();
                drawn.draw(belief.config(), robot);
                belief.robot().apply(drawn);
                least = Math.min(least, drawn.get(which, joint));
                most = Math.max(most, drawn.get(which, joint));
            }
            final double margin = 0.1 * (high - low);
            assertTrue(least >= low && least <= low + margin, which.key + " from " + least + ", expected " + low);
            assertTrue(most <= high && most >= high - margin, which.key + " to " + most + ", expected " + high);
        }
    }

    @Test
    void jointsAreDrawnFromTheirIntervals() {
        drawnFrom(RangeSetting.MOTOR_STRENGTH, "strength");
        drawnFrom(RangeSetting.JOINT_FRICTION_NM, "dry_friction");
        drawnFrom(RangeSetting.JOINT_DAMPING_NMS_RAD, "damping");
        drawnFrom(RangeSetting.JOINT_OFFSET_RAD, "zero");
    }

    @Test
    void aLoadIsDrawnFromItsInterval() {
        final Estimate load = finding.get("payload");
        assertEquals(Math.max(0, load.low()), belief.config().low(RangeSetting.PAYLOAD_KG));
        assertEquals(
                Math.min(load.high(), RangeSetting.PAYLOAD_KG.max),
                belief.config().high(RangeSetting.PAYLOAD_KG));
    }
}
