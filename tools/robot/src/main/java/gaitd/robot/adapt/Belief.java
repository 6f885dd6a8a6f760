package gaitd.robot.adapt;

import gaitd.hal.A1;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.identify.Estimate;
import gaitd.sim.identify.FindingText;
import gaitd.sim.identify.Identified;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is believed of the robot, as robots for a simulation: a load and what is special about joints anywhere in their intervals, all
 * else as the task draws it.
 *
 * @param text in plain words, for a person
 * @param config settings of the simulation with the ranges that robots are drawn from
 * @param robot what is the same for all of them
 */
public record Belief(String text, Config config, FieldCase robot) {
    private static final String ORIGIN = "what was found about the robot";

    /**
     * The belief that follows from a finding.
     *
     * @param finding about the robot
     * @param task settings of the task
     * @return the belief
     */
    public static Belief of(final Identified finding, final Config task) {
        final Config.Builder config = task.change();
        range(config, RangeSetting.PAYLOAD_KG, finding.get("payload"));
        if (finding.get("payload").low() > 0) {
            range(config, RangeSetting.PAYLOAD_X_M, finding.get("payload_x"));
            range(config, RangeSetting.PAYLOAD_Y_M, finding.get("payload_y"));
        }
        final Map<RangeSetting, double[][]> joints = new EnumMap<>(RangeSetting.class);
        joints.put(RangeSetting.MOTOR_STRENGTH, joints(finding, "strength"));
        joints.put(RangeSetting.JOINT_FRICTION_NM, joints(finding, "dry_friction"));
        joints.put(RangeSetting.JOINT_DAMPING_NMS_RAD, joints(finding, "damping"));
        joints.put(RangeSetting.JOINT_OFFSET_RAD, joints(finding, "zero"));
        return new Belief(FindingText.of(finding), config.conclude(), FieldCase.believed("believed", joints));
    }

    private static void range(final Config.Builder config, final RangeSetting which, final Estimate found) {
        config.set(
                which,
                Math.clamp(found.low(), which.min, which.max),
                Math.clamp(found.high(), which.min, which.max),
                ORIGIN);
    }

    private static double[][] joints(final Identified finding, final String name) {
        final double[][] ranges = new double[A1.JOINTS][];
        for (int j = 0; j < A1.JOINTS; j++) {
            final Estimate found = finding.get(name + "." + A1.jointName(j));
            ranges[j] = new double[] {found.low(), found.high()};
        }
        return ranges;
    }
}
