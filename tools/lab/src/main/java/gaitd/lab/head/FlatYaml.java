package gaitd.lab.head;

import java.util.List;

/** Facts in flat files: those of unitree_rl_gym's deployment (gains {@code kps}), and settings of mujoco_playground's tasks ({@code Kp}). */
final class FlatYaml {
    private static final List<Pair> PAIRS = List.of(
            new Pair("kps", HeadKey.KP.key()),
            new Pair("kds", HeadKey.KD.key()),
            new Pair("Kp", HeadKey.KP.key()),
            new Pair("Kd", HeadKey.KD.key()),
            new Pair("default_angles", HeadKey.POSE_RAD.key()),
            new Pair("action_scale", HeadKey.ACTION_SCALE.key()),
            new Pair("ang_vel_scale", "scale.angular_velocity"),
            new Pair("lin_vel_scale", "scale.linear_velocity"),
            new Pair("dof_pos_scale", "scale.joint_offset"),
            new Pair("dof_vel_scale", "scale.joint_velocity"),
            new Pair("cmd_scale", "scale.command"));

    private FlatYaml() {}

    /** A name there and the key here. */
    private record Pair(String name, String key) {}

    static boolean isOne(final YamlMap top) {
        return top.has("kps") || (top.has("Kp") && top.has("ctrl_dt"));
    }

    static void tell(final YamlMap top, final HeadFacts facts) {
        PAIRS.forEach(pair -> facts.tell(pair.key(), top.words(pair.name()), top.source(pair.name())));
        for (final String period : List.of("ctrl_dt", "control_dt")) {
            if (top.number(period) > 0) {
                facts.tell(HeadKey.POLICY_HZ, Rates.words(top.number(period)), top.source(period));
            }
        }
        final double periodS = top.number("simulation_dt") * top.number("control_decimation");
        if (periodS > 0) {
            facts.tell(HeadKey.POLICY_HZ, Rates.words(periodS), top.source("simulation_dt x control_decimation"));
        }
    }
}
